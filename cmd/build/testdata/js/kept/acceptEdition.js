// Takes the new edition that the page offers, and marks the page, which is loaded anew.
function acceptEdition() {
	window.before = true;
	document.querySelector("[data-worker] button").click();
}
