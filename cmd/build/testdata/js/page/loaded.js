// The addresses of all files that the page has loaded.
function loaded() {
	return performance.getEntriesByType("resource").map((entry) => entry.name);
}
