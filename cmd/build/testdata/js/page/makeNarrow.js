// Makes the element that a selector names as narrow as a small phone, with letters of a
// size.
function makeNarrow(selector, size) {
	document.documentElement.style.fontSize = size;
	document.querySelector(selector).style.width = "320px";
}
