// Whether the text in an element is there, and contains some words. Words may have soft
// hyphens.
function contains(selector, words) {
	const text = document.querySelector(selector)?.innerText ?? "";
	return text.replaceAll("\u00ad", "").includes(words);
}
