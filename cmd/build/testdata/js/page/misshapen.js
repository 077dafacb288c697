// The pictures of a page that do not load, or that have another shape than the page says.
// They are loaded by themselves: WebKit forgets the natural size of a picture that it has
// laid out.
async function misshapen() {
	const check = async (shown) => {
		const file = new Image();
		file.src = shown.src;
		await file.decode().catch(() => {});
		const wanted = shown.getAttribute("width") / shown.getAttribute("height");
		const is = file.naturalWidth / file.naturalHeight;
		return Math.abs(is / wanted - 1) < 0.03 ? "" : `${shown.src} is ${file.naturalWidth} x ${file.naturalHeight}`;
	};
	const found = await Promise.all([...document.images].map(check));
	return found.filter(Boolean);
}
