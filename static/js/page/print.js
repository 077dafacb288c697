// Without a script there is the browser's own way to print, and the style sheet hides
// the button.
addEventListener("click", (event) => {
	if (event.target.closest?.("[data-print]")) print();
});
