// What is said about the number of pages, and whether printing is refused.
function pagesAndButton() {
	const count = document.querySelector(".count").textContent;
	return `${count} ${document.querySelector(".actions .button").disabled}`;
}
