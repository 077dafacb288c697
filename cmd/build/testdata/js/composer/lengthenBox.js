// Puts twelve more items into the box of stop rules, and opens a sheet.
function lengthenBox(fragment) {
	for (const template of document.querySelectorAll('template[data-box="stop"]')) {
		const list = template.content.querySelector("ul");
		for (let i = 0; i < 12; i++) {
			const item = document.createElement("li");
			item.textContent = "More";
			list.append(item);
		}
	}
	history.replaceState(null, "", `#${fragment}`);
	dispatchEvent(new Event("hashchange"));
}
