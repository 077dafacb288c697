// Clicks on an element, after scrolling if it is out of sight. Tells whether it was.
function reach(selector) {
	const element = document.querySelector(selector);
	const isSeen = () => {
		const { left, right, top, bottom } = element.getBoundingClientRect();
		return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
	};
	const scrolls = !isSeen();
	if (scrolls) {
		element.scrollIntoView({ block: "center", behavior: "instant" });
	}
	if (!isSeen()) {
		throw new Error(`${selector} cannot be reached`);
	}
	element.focus();
	element.click();
	return scrolls;
}
