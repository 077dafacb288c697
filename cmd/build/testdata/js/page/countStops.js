// How many elements can have the focus. They are kept in the order of the page, for
// stopFaults.
function countStops() {
	const selector = "a[href], button, input, select, textarea, summary, [tabindex]";
	const usable = (e) => e.tabIndex >= 0 && !e.disabled && (e.checkVisibility() || e.classList.contains("skip")) &&
		(e.type !== "radio" || e.checked); // a group is one stop
	window.stops = [...document.querySelectorAll(selector)].filter(usable);
	return window.stops.length;
}
