// The elements that are wider than a small phone, but for those that scroll by themselves.
function tooWide() {
	const scrolls = ".table, pre, svg, .paper, .skip, serve-panel";
	return [...document.querySelectorAll("body *")]
		.filter((e) => e.getBoundingClientRect().right > 320.5 && !e.closest(scrolls))
		.map((e) => `${e.tagName} ${e.textContent.slice(0, 40)}`);
}
