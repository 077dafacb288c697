// The numbers of the pages on which something reaches into the last line.
function underFoot() {
	const reaches = (page) => {
		const { top } = page.querySelector(".foot").getBoundingClientRect();
		const others = [...page.querySelectorAll(":scope > :not(.foot), :scope > article *")];
		return others.some((e) => e.getBoundingClientRect().bottom > top + 1);
	};
	return [...document.querySelectorAll(".leaf .a4")].flatMap((page, i) => (reaches(page) ? [i + 1] : []));
}
