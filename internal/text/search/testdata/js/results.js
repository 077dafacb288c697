// Returns the text of the results on one line: the status, and each link with its address
// and its marks in brackets.
() => {
	const box = document.querySelector(".found");
	for (const mark of box.querySelectorAll("mark")) {
		mark.textContent = "[" + mark.textContent + "]";
	}
	const lines = [box.firstElementChild.textContent];
	for (const link of box.querySelectorAll("a, p > small")) {
		if (!link.querySelector("strong")) {
			lines.push(link.textContent + (link.protocol === "tel:" ? ` (${link.href})` : ""));
			continue;
		}
		for (const element of link.children) {
			lines.push(element.textContent);
		}
		lines.push(link.href.replace(/.*\/(en\/)/, "$1"));
	}
	return lines.join(" ").replace(/[ \u00a0]+/g, " ");
}
