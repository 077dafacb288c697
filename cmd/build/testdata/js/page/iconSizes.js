// The sizes of pictures, by their addresses.
function iconSizes(sources) {
	const size = async (source) => {
		const picture = new Image();
		picture.src = source;
		await picture.decode();
		return `${picture.naturalWidth}x${picture.naturalHeight}`;
	};
	return Promise.all(sources.map(size));
}
