// make returns an element with attributes and children; a child that is text is
// text, whatever it holds.
export function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	element.append(...children.filter((c) => c !== "" && c != null));
	return element;
}

// followVersions calls a function at once, and whenever the server has a new site. One call
// ends before the next begins.
export function followVersions(show) {
	let version;
	let queue = Promise.resolve();
	const worker = new SharedWorker("/_serve/worker.js");
	worker.port.onmessage = ({ data: state }) => {
		if (state.version === version) return;
		version = state.version;
		queue = queue.then(show).catch(console.error);
	};
}
