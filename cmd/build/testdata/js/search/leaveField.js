// Goes into the field and out of it with the Tab key.
function leaveField() {
	const field = document.querySelector("[data-reader] input");
	field.focus();
	field.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
}
