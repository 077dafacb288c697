// Reloads the page after each build that made a new site, and shows the problems
// of the last build. All tabs share one connection, which worker.js keeps: a browser opens
// no more than six to a host, and the seventh tab would never load.
const version = Number(document.currentScript.dataset.version);
let box;

function show(problems) {
	if (!problems) {
		box?.remove();
		return;
	}
	box ??= document.createElement("pre");
	box.textContent = problems;
	box.style.cssText = "position:fixed;inset:auto 0 0;max-height:45vh;overflow:auto;margin:0;padding:1rem;background:#fff;color:#111;border-top:6px solid #b00020;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;z-index:9999";
	document.body.append(box);
}

const worker = new SharedWorker("/_serve/worker.js");
worker.port.onmessage = ({ data: state }) => {
	if (state.version !== version) location.reload();
	else show(state.problems);
};
