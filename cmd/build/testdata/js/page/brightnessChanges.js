// How much brighter each of the first pictures is than the picture that is so many after
// it: the difference of the sums of their pixels.
function brightnessChanges(count) {
	const brightness = (picture) => {
		const canvas = document.createElement("canvas");
		canvas.width = 64;
		canvas.height = 64;
		const context = canvas.getContext("2d");
		context.drawImage(picture, 0, 0, 64, 64);
		return context.getImageData(0, 0, 64, 64).data.reduce((sum, value) => sum + value, 0);
	};
	return [...document.images]
		.slice(0, count)
		.map((light, i) => brightness(document.images[count + i]) - brightness(light));
}
