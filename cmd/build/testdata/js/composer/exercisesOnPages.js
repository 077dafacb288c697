// How many exercises are on each page.
function exercisesOnPages() {
	return [...document.querySelectorAll(".leaf .a4")].map((page) => page.querySelectorAll("article").length);
}
