// Whether a paragraph that contains some words is on the screen.
function isInView(words) {
	return [...document.querySelectorAll("p")].some((p) => {
		const { top } = p.getBoundingClientRect();
		return p.textContent.includes(words) && top > 0 && top < innerHeight;
	});
}
