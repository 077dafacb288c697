// Types a text into the first element that a selector names, as a reader does who then
// leaves the field.
function typeInto(selector, text) {
	const field = document.querySelector(selector);
	field.value = text;
	field.dispatchEvent(new Event("input", { bubbles: true }));
	field.dispatchEvent(new Event("change", { bubbles: true }));
}
