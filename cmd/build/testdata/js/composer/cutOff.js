// The numbers of the pages on which something is cut off.
function cutOff() {
	const sticksOut = (page) => {
		const paper = page.getBoundingClientRect();
		const boxes = [...page.querySelectorAll("*")].map((e) => e.getBoundingClientRect());
		return boxes.some(({ width, left, right, bottom }) => {
			return width > 0 && (bottom > paper.bottom + 1 || right > paper.right + 1 || left < paper.left - 1);
		});
	};
	return [...document.querySelectorAll(".a4")].flatMap((page, i) => (sticksOut(page) ? [i + 1] : []));
}
