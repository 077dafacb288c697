// The parts of search that are too small for a finger, or cut off on a small phone.
function tooSmall() {
	return [...document.querySelectorAll(".search input, .search a")]
		.filter((e) => {
			const { height, left, right } = e.getBoundingClientRect();
			return height < 44 || left < 0 || right > 320;
		})
		.map((e) => e.outerHTML);
}
