// Search, until somebody types: then it loads the reader and the index of the page's
// language. Scripts can be loaded from their folder only, whatever an address says.
(() => {
	const field = document.querySelector("[data-reader]");
	if (!field) return;
	const absolute = (address) => new URL(address, document.baseURI).href;
	const { reader, index } = field.dataset;
	const folder = absolute(reader).replace(/[^/]*$/, "");
	const rules = { createScriptURL: (address) => { if (address.startsWith(folder)) return address; throw new TypeError(address); } };
	const policy = self.trustedTypes?.createPolicy("search", rules) ?? rules;
	self.handbookLoad = (address) => new Promise((done, fail) => {
		const script = document.createElement("script");
		script.src = policy.createScriptURL(absolute(address));
		script.async = false; // the reader comes before the index
		script.onload = done;
		script.onerror = fail;
		document.head.append(script);
	});
	function start({ target }) {
		if (!target.closest?.("[data-reader]")) return;
		removeEventListener("input", start);
		Promise.all([reader, index].map(handbookLoad)).catch(() => addEventListener("input", start));
	}
	addEventListener("input", start);
	document.documentElement.dataset.search = "";
})();
