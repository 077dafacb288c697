// Notes what is copied.
function noteCopies() {
	const writeText = async (text) => {
		window.copied = text;
	};
	Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
}
