// Loads all pictures, near or not, and reports whether there are any.
async function loadAllPictures() {
	const load = (picture) => {
		picture.loading = "eager";
		return picture.decode();
	};
	await Promise.all([...document.images].map(load));
	return document.images.length > 0;
}
