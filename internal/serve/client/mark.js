// Finds the first block that an update changed, brings it into sight, and marks
// it for a moment.
const blocks = "p, li, td, th, dt, dd, h1, h2, h3, h4, pre, blockquote";

export function mark() {
	const noted = new Set();
	return {
		changed(node) {
			const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
			const block = element?.closest(blocks);
			if (block) noted.add(block);
		},
		added(node) {
			const block = node.nodeType === Node.ELEMENT_NODE ? node.closest(blocks) ?? node.querySelector(blocks) : node.parentElement?.closest(blocks);
			if (block) noted.add(block);
		},
		show() {
			// What only paper shows, captions that repeat a step, and notices of what has changed
			// follow from another block.
			const shown = (b) => b.isConnected && b.checkVisibility() && !b.closest(".panel, .apart, .review");
			const here = [...noted].filter((b) => shown(b) && ![...noted].some((c) => c !== b && b.contains(c)));
			here.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
			const first = here[0];
			if (!first) return;
			const { top, bottom } = first.getBoundingClientRect();
			if (bottom < 0 || top > innerHeight) first.scrollIntoView({ block: "center" });
			first.animate([{ outline: "3px solid #d9a400", outlineOffset: "3px" }, { outline: "3px solid transparent", outlineOffset: "3px" }], 1500);
		},
	};
}
