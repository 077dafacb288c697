// The blocks of a page's text as they are shown, each the pieces of text in it, in order.
// A piece that starts an item of a numbered list has the number before it.
function blocks() {
	const shown = (node) => {
		const range = document.createRange();
		range.selectNodeContents(node);
		const box = range.getBoundingClientRect();
		return node.parentElement.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
	};
	const blockOf = (e) => {
		const { display } = getComputedStyle(e);
		return /^inline|^contents|^ruby/.test(display) ? blockOf(e.parentElement) : e;
	};
	const numbers = new Map();
	for (const list of document.querySelectorAll("ol")) {
		let number = list.start - 1;
		for (const item of list.children) {
			number = item.value || number + 1;
			const style = getComputedStyle(item);
			if (style.display === "list-item" && style.listStyleType === "decimal") {
				numbers.set(item, `${number}.`);
			}
		}
	}
	const found = new Map();
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = texts.nextNode(); node; node = texts.nextNode()) {
		if (!node.data.trim() || node.parentElement.closest("template, script, style, svg, option") || !shown(node)) {
			continue;
		}
		const block = blockOf(node.parentElement);
		const item = node.parentElement.closest("li");
		if (!found.has(block)) {
			found.set(block, []);
		}
		found.get(block).push((numbers.get(item) ?? "") + node.data);
		numbers.delete(item);
	}
	return [...found.values()];
}
