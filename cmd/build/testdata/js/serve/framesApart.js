// How many pixels the elements with an id are apart in the two frames.
function framesApart(id) {
	const [first, second] = [...document.querySelectorAll("iframe")].map((frame) => {
		return frame.contentDocument.getElementById(id).getBoundingClientRect().top;
	});
	return Math.abs(first - second);
}
