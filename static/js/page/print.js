// Without a script there is the browser's own way to print, and the style sheet hides
// the button.
addEventListener("click", (event) => {
	if (event.target.closest?.("[data-print]")) print();
});

// The address of a card or of large print, such as #print-card, chooses it.
function choose() {
	const choice = document.getElementById(location.hash.slice(1));
	if (choice?.name === "print") choice.checked = true;
}
addEventListener("hashchange", choose);
choose();
