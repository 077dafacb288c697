// Chooses what is printed, by the id of a radio button, and returns whether it is there.
function choose(id) {
	const choice = document.getElementById(id);
	if (choice) {
		choice.checked = true;
	}
	return Boolean(choice);
}
