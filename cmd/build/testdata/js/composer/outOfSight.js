// What is out of sight when a place of the composer is in the middle of the window: the
// button that prints, the count, and beside the choices the sheet.
function outOfSight(place, beside) {
	document.querySelector(place).scrollIntoView({ block: "center", behavior: "instant" });
	const wanted = [".actions .button", ".count"];
	if (beside) {
		wanted.push(".leaf");
	}
	return wanted.filter((selector) => {
		const { top, bottom, left, right } = document.querySelector(selector).getBoundingClientRect();
		const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
		return !document.elementFromPoint((left + right) / 2, middle)?.closest(selector);
	});
}
