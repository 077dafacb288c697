// How wide the page is with letters of a size.
function widthWithLetters(size) {
	document.documentElement.style.fontSize = size;
	return document.documentElement.scrollWidth;
}
