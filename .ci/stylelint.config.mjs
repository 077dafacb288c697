// Style sheets work in the browsers that package.json names. What only some of them have is
// an extra: without it nothing is unreadable or lost.
import { readFileSync } from "node:fs";

const { browserslist: browsers } = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));

const extras = [
	"css-container-queries", // columns beside each other; without them they are below each other
	"css-has", // wider lists, cards and large print; without it the usual sheet is printed
	"css-media-scripting", // hides what a script would do; scripts answer for the rest
	"css-paged-media", // the margins of paper, which a reader may choose as well
	"css-touch-action", // drags an exercise by its handle; without it arrow keys and buttons move it
	"css-widows-orphans", // where a text is divided between pages
	"css-zoom", // only for WebKit, which prints larger letters; others never read the rule
	"css3-cursors-grab",
	"text-size-adjust", // phones only; on desks nothing is adjusted
];

export default {
	plugins: ["stylelint-no-unsupported-browser-features"],
	rules: {
		"plugin/no-unsupported-browser-features": [true, { browsers, ignore: extras, ignorePartialSupport: true }],
	},
};
