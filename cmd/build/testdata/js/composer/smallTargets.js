// The controls of the composer that are less than 24 pixels high or wide.
function smallTargets() {
	const controls = [...document.querySelectorAll(".composer :is(button, input, select)")];
	const sizes = controls.map((e) => [e, e.getBoundingClientRect()]);
	const small = sizes.filter(([e, { width, height }]) => e.checkVisibility() && (width < 24 || height < 24));
	return small.map(([e, { width, height }]) => `${e.outerHTML.slice(0, 80)} is ${width} × ${height}`);
}
