// Closes the list of results.
() => {
	document.querySelector(".found").classList.remove("open");
	return true;
}
