// Follows the server: after each build that made a new site the page is changed
// where it stands, so that the place, open details and typed text are kept. What
// is wrong is shown in a panel (panel.js).
//
// All tabs share one connection, which worker.js keeps: a browser opens no more
// than six to a host, and the seventh tab would never load.
import { Idiomorph } from "./idiomorph.esm.js";
import { mark } from "./mark.js";
import { show } from "./panel.js";

const tag = "script[src='/_serve/live.js']";
let version = Number(document.querySelector(tag).dataset.version);
let queue = Promise.resolve();

const worker = new SharedWorker("/_serve/worker.js");
worker.port.onmessage = ({ data: state }) => {
	queue = queue.then(() => follow(state)).catch(console.error); // the next state tries again
};

async function follow(state) {
	if (state.version !== version) await update();
	await show(state, document.querySelector(tag).dataset.file);
}

// update fetches the page anew and changes what is other. A page that is gone, or
// has other scripts, is loaded again as a whole.
async function update() {
	const answer = await fetch(location.pathname, { cache: "no-store" });
	const next = new DOMParser().parseFromString(await answer.text(), "text/html");
	const script = next.querySelector(tag);
	if (!answer.ok || !script || scripts(next) !== scripts(document)) {
		location.reload();
		return;
	}
	await restyle(next);
	document.title = next.title;
	document.documentElement.lang = next.documentElement.lang;
	const changed = mark();
	Idiomorph.morph(document.body, next.body, {
		ignoreActiveValue: true,
		callbacks: {
			beforeNodeMorphed: (old, now) => {
				if (old.isEqualNode(now)) return false;
				changed.changed(old);
			},
			afterNodeAdded: changed.added,
			beforeAttributeUpdated: (name, element) => !(name === "open" && element.localName === "details"),
		},
	});
	version = Number(script.dataset.version);
	changed.show();
}

function scripts(doc) {
	return [...doc.querySelectorAll("script[src]")].map((s) => s.getAttribute("src")).join();
}

// restyle puts new style sheets in, and takes the old ones away once those are
// there, so that the page is never without.
async function restyle(next) {
	const sheets = (doc) => [...doc.querySelectorAll("link[rel=stylesheet]")];
	const old = sheets(document);
	const known = old.map((l) => l.getAttribute("href"));
	const wanted = sheets(next).map((l) => l.getAttribute("href"));
	await Promise.all(sheets(next).filter((l) => !known.includes(l.getAttribute("href"))).map((sheet) => new Promise((done) => {
		const link = document.importNode(sheet); // whose medium may be paper
		link.onload = link.onerror = done;
		document.head.append(link);
	})));
	for (const link of old) if (!wanted.includes(link.getAttribute("href"))) link.remove();
}
