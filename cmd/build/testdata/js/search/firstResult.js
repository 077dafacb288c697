// What the list of results shows first.
function firstResult() {
	return {
		status: document.querySelector(".found [role=status]").textContent,
		href: document.querySelector(".found a").getAttribute("href"),
		marked: document.querySelector(".found mark").textContent,
	};
}
