// Forbids copying, as browsers do without a secure connection.
function forbidCopying() {
	const writeText = () => Promise.reject(new Error("forbidden"));
	Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
}
