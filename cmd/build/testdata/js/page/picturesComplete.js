// Whether all pictures have been loaded that are not loaded only when they are near.
function picturesComplete() {
	return [...document.images].every((picture) => picture.complete || picture.loading === "lazy");
}
