// Where the top of a letter of the title is, in pixels. start is how the title starts.
function letterTop(start, index) {
	const text = document.querySelector("h1").firstChild;
	if (!text.data.startsWith(start)) {
		throw new Error(`the title is ${text.data}`);
	}
	const range = document.createRange();
	range.setStart(text, index);
	range.setEnd(text, index + 1);
	return range.getBoundingClientRect().top;
}
