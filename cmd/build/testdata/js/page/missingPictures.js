// How many of the pictures that a selector names have not been loaded, though they are to
// be.
function missingPictures(selector) {
	const missing = (picture) => picture.loading !== "lazy" && picture.naturalWidth === 0;
	return [...document.querySelectorAll(selector)].filter(missing).length;
}
