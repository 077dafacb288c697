// What each choice of the list of exercises offers.
function filterOptions() {
	return [...document.querySelectorAll(".filter select")].map((s) => [...s.options].map((option) => option.value));
}
