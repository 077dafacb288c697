// The texts of the elements that a selector names, without the characters that only keep
// numbers and units together.
function texts(selector) {
	return [...document.querySelectorAll(selector)].map((e) => e.textContent.replaceAll("\u2060", ""));
}
