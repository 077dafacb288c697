// Whether the list of results contains some words.
function lists(words) {
	return document.querySelector(".found")?.textContent.includes(words) === true;
}
