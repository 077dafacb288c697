// Composes a sheet of three exercises in two languages by clicks and keys: the first has
// another number and a note, and the last goes up one place.
function composeSheet() {
	const set = (field, value) => {
		field.value = value;
		field.dispatchEvent(new Event("input"));
		field.dispatchEvent(new Event("change"));
	};
	for (const name of ["Diagonalløft på alle fire", "Bekkenløft", "Planken"]) {
		const buttons = [...document.querySelectorAll(".choices button")];
		buttons.find((button) => button.getAttribute("aria-label").includes(name)).click();
	}
	set(document.querySelector('[data-field="0.repetitions"]'), "7");
	set(document.querySelector('[data-field="0.note"]'), "Rolig");
	document.querySelector('[data-field="2.up"]').click();
	const offersBoth = (select) => [...select.options].some((option) => option.value === "nb+en");
	set([...document.querySelectorAll(".sheet-of select")].find(offersBoth), "nb+en");
}
