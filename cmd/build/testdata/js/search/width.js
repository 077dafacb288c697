// How wide the top of the page and the list of results are.
function width() {
	const parts = [document.querySelector("header.top"), document.querySelector(".found")];
	return Math.max(...parts.map((part) => part.scrollWidth));
}
