// What is too pale on paper that is printed in grey: words with a contrast below 4.5 to what is
// behind them, and lines and shapes below 3. White paper is behind all, since a printer may
// leave backgrounds out; a background counts too, since it may not.
// eslint-disable-next-line max-lines-per-function -- a script that a page runs is one function
function paleInGrey() {
	const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
	const context = canvas.getContext("2d", { willReadFrequently: true });
	// The light of colours that lie over each other on paper, as a grey printer mixes them.
	const light = (...colours) => {
		context.globalAlpha = 1;
		context.fillStyle = "#fff";
		context.fillRect(0, 0, 1, 1);
		for (const [colour, opacity] of colours) {
			context.globalAlpha = opacity;
			context.fillStyle = colour;
			context.fillRect(0, 0, 1, 1);
		}
		const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
		const grey = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
		return grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4;
	};
	const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	const opacity = (e) => (e ? Number(getComputedStyle(e).opacity) * opacity(e.parentElement) : 1);
	const background = (e) => {
		if (!e) {
			return "#fff";
		}
		const colour = getComputedStyle(e).backgroundColor;
		return /, 0\)$/.test(colour) ? background(e.parentElement) : colour;
	};
	const name = (e) => e.tagName + (e.getAttribute("class") ? `.${e.getAttribute("class").replaceAll(" ", ".")}` : "");
	const found = new Set();
	const compare = (what, e, least, front, back) => {
		const ratio = contrast(front, back);
		if (ratio < least) {
			found.add(`${what} of ${name(e)}: ${ratio.toFixed(1)}, less than ${least}`);
		}
	};
	const isShown = (e) => {
		const box = e.getBoundingClientRect();
		return e.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
	};
	const checkText = (e, colour) => {
		const back = [background(e), 1];
		compare("text", e, 4.5, light([colour, opacity(e)]), light());
		compare("text on a background", e, 4.5, light(back, [colour, opacity(e)]), light(back));
	};
	const checkBorders = (e, style) => {
		for (const side of ["Top", "Right", "Bottom", "Left"]) {
			if (parseFloat(style[`border${side}Width`]) > 0) {
				compare("border", e, 3, light([style[`border${side}Color`], opacity(e)]), light());
			}
		}
	};
	// A shape is seen by its line, or by its area if it has none. A halo is there to be as white
	// as paper, and a face and the floor are seen by what is around and above them.
	const checkShape = (e, style) => {
		const kind = e.getAttribute("class");
		if (e.closest("defs, clipPath, mask") || /\b(halo|face|floor|seam|fibre)\b/.test(kind)) {
			return;
		}
		const line = [style.stroke, Number(style.strokeOpacity) * opacity(e)];
		const area = [style.fill, Number(style.fillOpacity) * opacity(e)];
		const isPaper = (colour) => light([colour, 1]) > 0.99;
		const isLine = style.stroke !== "none" && !(isPaper(style.stroke) && !isPaper(style.fill));
		if (isLine) {
			compare("line", e, 3, light(line), light());
		} else if (style.fill !== "none") {
			compare("shape", e, 3, light(area), light());
		}
	};
	for (const e of document.querySelectorAll("*")) {
		if (!isShown(e)) {
			continue;
		}
		const style = getComputedStyle(e);
		const hasText = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
		const shapes = "svg path, svg circle, svg ellipse, svg line, svg rect, svg polyline, svg polygon";
		if (e.matches(shapes)) {
			checkShape(e, style);
		} else if (e.matches("svg text, svg tspan")) {
			hasText && checkText(e, style.fill);
		} else if (!e.closest("svg")) {
			checkBorders(e, style);
			if (hasText) {
				checkText(e, style.color);
			}
		}
	}
	return [...found];
}
