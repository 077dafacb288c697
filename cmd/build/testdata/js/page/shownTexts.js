// The texts of the elements that a selector names, as they are shown.
function shownTexts(selector) {
	return [...document.querySelectorAll(selector)].map((e) => e.innerText);
}
