// Presses a key where the focus is.
function pressKey(key) {
	const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
	document.activeElement.dispatchEvent(event);
}
