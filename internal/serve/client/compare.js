// Shows the texts of a page that nobody has confirmed yet, or of all pages, beside each
// other and with what has changed, and sends what its author finds right.
import { followVersions, make } from "./make.js";
import { problem } from "./panel.js";

const main = document.querySelector("main");
const by = document.querySelector("#by");
async function show() {
	const answer = await fetch(`/_serve/proposals${location.search}`, { cache: "no-store" });
	if (!answer.ok) {
		main.replaceChildren(make("p", { class: "failed" }, await answer.text()));
		return;
	}
	const { token, by: name, problems, proposals } = await answer.json();
	by.value ||= name;
	const parts = proposals.map((p) => section(p, token));
	if (problems.length) parts.unshift(make("p", {}, "Nothing can be confirmed until this is fixed:"), make("ol", {}, ...problems.map(problem)));
	main.replaceChildren(...(parts.length ? parts : [make("p", {}, "Everything is confirmed.")]));
}

// section returns a proposal with its button.
function section(p, token) {
	const button = make("button", { type: "button" }, p.texts.length > 1 ? "They have the same meaning" : "It is right");
	const failed = make("p", { class: "failed", role: "alert" });
	const box = make("section", { "aria-label": p.name },
		make("h2", {}, p.name, p.critical ? make("em", {}, " critical") : ""),
		make("div", { class: "texts" }, ...p.texts.map(text)), button, failed);
	button.onclick = async () => {
		if (!by.reportValidity()) return;
		const answer = await fetch("/_serve/confirm", {
			method: "POST",
			headers: { "X-Token": token },
			body: JSON.stringify({ name: p.name, seen: p.seen, by: by.value }),
		});
		if (answer.ok) box.remove();
		else failed.textContent = await answer.text();
	};
	return box;
}

const elements = { kept: "span", removed: "del", added: "ins" };

function text(t) {
	const words = t.parts.flatMap((part) => [make(elements[part.kind], {}, part.text), " "]);
	const place = make("a", { href: t.editor }, t.file);
	return make("div", t.language ? { lang: t.language } : {},
		make("h3", { lang: "en" }, t.language ? `${t.language}: ` : "", place, t.new ? ", new" : ""), make("p", {}, ...words));
}

followVersions(show);
