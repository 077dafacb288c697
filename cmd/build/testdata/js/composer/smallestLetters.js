// The size of the smallest letters of the sheet, in points.
function smallestLetters() {
	const isText = (e) => e.children.length === 0 && e.textContent.trim();
	const texts = [...document.querySelectorAll(".leaf .a4 *")].filter(isText);
	return Math.min(...texts.map((e) => parseFloat(getComputedStyle(e).fontSize) * 0.75));
}
