// The exercises that are shown if two options are chosen, sorted, and whether the remark
// that there are none is shown.
function filtered(first, second) {
	for (const select of document.querySelectorAll(".filter select")) {
		const offers = (value) => value && [...select.options].some((option) => option.value === value);
		select.value = [first, second].find(offers) ?? "";
	}
	const shown = [...document.querySelectorAll("[data-exercise]")].filter((card) => card.checkVisibility());
	return {
		exercises: shown.map((card) => card.dataset.exercise).sort(),
		remark: document.querySelector(".none").checkVisibility(),
	};
}
