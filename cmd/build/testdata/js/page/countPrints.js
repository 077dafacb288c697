// How often a click on the button for printing prints. Nothing is printed.
function countPrints() {
	let count = 0;
	window.print = () => {
		count++;
	};
	document.querySelector("[data-print]").click();
	return count;
}
