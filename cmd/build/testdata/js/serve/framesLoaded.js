// Whether all frames are loaded and have an element with an id.
function framesLoaded(id) {
	return [...document.querySelectorAll("iframe")].every(({ contentDocument: doc }) => {
		return doc.readyState === "complete" && doc.getElementById(id) !== null;
	});
}
