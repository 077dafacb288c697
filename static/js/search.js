// Search, until somebody types: then it loads the reader and the index of the page's
// language, and says so if that fails. Scripts can be loaded from their folder only, whatever
// an address says.
(() => {
	const field = document.querySelector("[data-reader]");
	if (!field) return;
	const absolute = (address) => new URL(address, document.baseURI).href;
	const { reader, index, failed } = field.dataset;
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
	let status; // is read aloud, so it is there before the results
	function start({ target }) {
		if (!target.closest?.("[data-reader]")) return;
		removeEventListener("input", start);
		if (!status) {
			const found = document.createElement("div");
			status = document.createElement("p");
			status.setAttribute("role", "status");
			found.className = "found";
			found.append(status, document.createElement("div"));
			field.append(found);
		}
		Promise.all([reader, index.split(" ")[0]].map(handbookLoad)).catch(() => {
			status.textContent = failed;
			addEventListener("input", start);
		});
	}
	addEventListener("input", start);
	document.documentElement.dataset.search = "";
})();
