// Scrolls the first frame to the element with an id, as a wheel does.
function scrollFirstFrame(id) {
	const frame = document.querySelector("iframe");
	frame.contentWindow.dispatchEvent(new WheelEvent("wheel"));
	frame.contentDocument.getElementById(id).scrollIntoView();
}
