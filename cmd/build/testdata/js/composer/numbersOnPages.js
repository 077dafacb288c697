// What is on each page: the numbers of its exercises, each followed by how many items its
// lists have, and of boxes as many.
function numbersOnPages() {
	const items = (e) => e.querySelectorAll("li").length;
	return [...document.querySelectorAll(".leaf .a4")].map((page) => {
		return [...page.querySelectorAll("article, .box")].flatMap((e) => {
			const number = e.querySelector(".number");
			return number ? [Number(number.textContent), items(e)] : [items(e)];
		});
	});
}
