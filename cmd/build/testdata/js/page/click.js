// Clicks on the first element that a selector names.
function click(selector) {
	document.querySelector(selector).click();
}
