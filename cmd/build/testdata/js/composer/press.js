// Presses a key in a control of the list.
function press(field, key) {
	const control = document.querySelector(`[data-field="${field}"]`);
	control.focus();
	control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}
