// Notes when the text of the page changes, for clearChanges and firstChange.
function watchChanges() {
	window.changes = [];
	const note = () => window.changes.push(performance.timeOrigin + performance.now());
	new MutationObserver(note).observe(document.querySelector("main"), {
		subtree: true,
		childList: true,
		characterData: true,
	});
}
