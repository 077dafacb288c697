// Types a text into the search field.
(text) => {
	const field = document.querySelector("input");
	field.value = text;
	field.dispatchEvent(new Event("input", { bubbles: true }));
	return true;
}
