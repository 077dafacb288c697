// The paths of the pictures of the page.
function picturePaths() {
	return [...document.images].map((picture) => new URL(picture.src).pathname);
}
