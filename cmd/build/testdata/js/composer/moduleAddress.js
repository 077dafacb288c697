// The address of a module of the composer, by its name.
function moduleAddress(name) {
	const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
	return loaded.find((address) => address.includes(`/js/handout/${name}.`));
}
