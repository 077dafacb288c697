// What is wrong with the element that has the focus, which is to be the one with a number.
// It is on the screen, not under another, and has a line around it.
function stopFaults(number) {
	const name = (e) => `${e.tagName} ${(e.textContent.trim() || e.name || e.id).slice(0, 30)}`;
	const element = document.activeElement;
	const want = window.stops[number];
	if (element !== want) {
		return [`the focus is on ${name(element)}, not on ${name(want)}`];
	}
	const faults = [];
	const style = getComputedStyle(element);
	if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
		faults.push(`${name(element)} has no line around it`);
	}
	const [box] = element.getClientRects();
	if (!box || box.bottom < 0 || box.top > innerHeight) {
		return [...faults, `${name(element)} is not on the screen`];
	}
	const within = (at, end) => Math.min(Math.max(at, 0), end - 1);
	const x = within(box.left + box.width / 2, innerWidth);
	const y = within(box.top + Math.min(box.height / 2, 12), innerHeight);
	const top = document.elementFromPoint(x, y);
	const sees = (e) => e.contains(top) || top.contains(e);
	if (top && !sees(element) && !top.closest("label")?.contains(element)) {
		faults.push(`${name(element)} is under ${name(top)}`);
	}
	return faults;
}
