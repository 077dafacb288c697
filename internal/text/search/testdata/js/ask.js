// Asks a question with the enter key, and returns the number of results.
async (question) => {
	const field = document.querySelector("input");
	field.value = question;
	field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
	const { results } = await handbookSearch(question);
	await new Promise((done) => setTimeout(done));
	return results.length;
}
