// Reloads the page after each build, and shows the problems of a build that
// failed. It listens only while the page is seen: a browser opens no more than
// six connections to a host, and a hidden tab would keep one.
let version, source, box;

function show(problems) {
	if (!problems) return box?.remove();
	box ??= document.createElement("pre");
	box.textContent = problems;
	box.style.cssText = "position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;background:#fff;color:#111;border-top:6px solid #b00020;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;z-index:9999";
	document.body.append(box);
}

function listen() {
	source?.close();
	if (document.hidden) return;
	source = new EventSource("/_serve/events");
	source.onmessage = (event) => {
		const state = JSON.parse(event.data);
		const known = version;
		version = state.version;
		show(state.problems);
		if (known !== undefined && known !== version && !state.problems) location.reload();
	};
}

document.addEventListener("visibilitychange", listen);
listen();
