// Types a question into the field, as a reader does.
function typeQuestion(text) {
	const field = document.querySelector("[data-reader] input");
	field.focus();
	field.value = text;
	field.dispatchEvent(new Event("input", { bubbles: true }));
}
