// Drags the handle of an exercise to the place of another.
function drag(from, to) {
	const handle = document.querySelector(`[data-field="${from}.handle"]`);
	handle.setPointerCapture = () => {};
	const { top, height } = document.querySelector(`[data-row="${to}"]`).getBoundingClientRect();
	for (const name of ["pointerdown", "pointermove", "pointerup"]) {
		handle.dispatchEvent(new PointerEvent(name, { bubbles: true, clientY: top + height / 2 }));
	}
}
