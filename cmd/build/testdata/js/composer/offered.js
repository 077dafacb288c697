// The titles of the exercises that can be chosen.
function offered() {
	return [...document.querySelectorAll(".choices li:not([hidden]) strong")].map((title) => title.textContent);
}
