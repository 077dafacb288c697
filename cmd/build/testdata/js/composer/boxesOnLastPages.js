// How many boxes are on each of the last pages.
function boxesOnLastPages() {
	const boxes = ":scope > :not(.foot)";
	return [...document.querySelectorAll(".leaf .last")].map((page) => page.querySelectorAll(boxes).length);
}
