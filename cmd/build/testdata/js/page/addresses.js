// The addresses of the links that a selector names.
function addresses(selector) {
	return [...document.querySelectorAll(selector)].map((link) => link.href);
}
