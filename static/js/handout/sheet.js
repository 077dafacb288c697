// The pages of a sheet: A4, each filled with so many exercises, and last a page with when
// to stop, the log and the way back. In two languages each page stands twice, with the
// same numbers in the same order, so that who cannot read one can point at the other.
import { encode } from "./code.js";
import { dosed, sentence } from "./dose.js";

// make makes an element. Text is always text.
export function make(name, attributes = {}, ...children) {
	const e = document.createElementNS(/^(svg|path)$/.test(name) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", name);
	for (const [key, value] of Object.entries(attributes)) {
		if (typeof value === "function") e.addEventListener(key, value);
		else if (value !== false && value !== undefined && value !== null) e.setAttribute(key, value === true ? "" : value);
	}
	e.append(...children.filter((c) => c !== null && c !== undefined && c !== false));
	return e;
}

// pages returns the pages of a state. address is what the code leads to, by language.
export function pages(state, data, address) {
	const chosen = state.exercises.map((x, i) => ({ ...x, ...data.exercises.find((e) => e.key === x.key), asked: x, number: i + 1 }));
	const languages = state.languages.map((tag) => data.languages.find((l) => l.tag === tag));
	const groups = [];
	for (let i = 0; i < chosen.length; i += state.layout) groups.push(chosen.slice(i, i + state.layout));
	const out = groups.flatMap((group, i) => languages.map((l) => page(l, `fits-${state.layout}`, [i === 0 && top(l, address(l)), ...group.map((x) => exercise(x, l, state.layout)), i === 0 && note(state.note)])));
	out.push(...languages.map((l) => page(l, "last", last(state, chosen, l))));
	for (const [i, p] of out.entries()) {
		const l = languages[i % languages.length];
		p.append(make("p", { class: "foot" }, `${l.words.site} · ${l.words["not-reviewed"]} ${l.words.licence}`, make("span", {}, `${Math.floor(i / languages.length) + 1} / ${out.length / languages.length}`)));
	}
	return out;
}

const page = (l, kind, children) => make("section", { class: `a4 ${kind}`, lang: l.tag }, ...children);
const note = (text) => text && make("p", { class: "note" }, text);

// top has lines to write on, and the code that leads to this very sheet.
function top(l, address) {
	const line = (key) => make("div", {}, make("dt", {}, l.words[`handout-${key}`]), make("dd", {}));
	const code = encode(address);
	return make("div", { class: "top" },
		make("dl", { class: "lines" }, ...["name", "date", "physiotherapist", "phone", "clinic", "next", "goal"].map(line)),
		code && make("svg", { viewBox: `0 0 ${code.size} ${code.size}`, "shape-rendering": "crispEdges", class: "code", "aria-hidden": "true" }, make("path", { d: code.path })),
		make("p", {}, `${l.words["maker-again"]}: `, make("strong", {}, address.split("#")[0])));
}

function exercise(x, l, layout) {
	const text = x.text[l.tag];
	const figure = x.figure && make("img", { src: x.figure.url, width: x.figure.width, height: x.figure.height, alt: "" });
	const head = make("h2", {}, make("span", { class: "number" }, `${x.number}`), ` ${text.title}`);
	const dose = make("p", { class: "dose" }, sentence(dosed(x.dose, x.asked), l));
	if (layout === 6) return make("article", {}, head, figure, dose, note(x.asked.note));
	const steps = make("ol", {}, ...text.steps.map((s) => make("li", {}, s)));
	const mistakes = layout < 4 && make("div", { class: "mistakes" }, make("h3", {}, l.words["maker-mistakes"]), make("ul", {}, ...text.mistakes.map((m) => make("li", {}, m))));
	const start = layout < 4 && make("p", { class: "start" }, text.start);
	return make("article", {}, head, make("div", { class: "do" }, figure, make("div", {}, dose, note(x.asked.note), start, steps)), mistakes);
}

function last(state, chosen, l) {
	const box = (name) => document.querySelector(`template[data-box="${name}"][data-tag="${l.tag}"]`)?.content.firstElementChild.cloneNode(true);
	const boxes = [state.boxes.pain && box("pain"), state.boxes.stop && box("stop"), state.boxes.floor && chosen.some((x) => x.floor) && box("floor")];
	for (const b of boxes.filter(Boolean)) {
		for (const e of b.querySelectorAll("[id]")) e.removeAttribute("id");
		for (const a of b.querySelectorAll("a")) a.replaceWith(make("strong", {}, a.textContent));
	}
	return [...boxes, state.boxes.log && log(l)];
}

function log(l) {
	const days = l.words["handout-days"].split(" ");
	const head = make("tr", {}, make("td", {}), ...days.map((d) => make("th", { scope: "col" }, d)), make("th", { scope: "col" }, l.words["handout-pain"]));
	const weeks = [1, 2, 3, 4].map((n) => make("tr", {}, make("th", { scope: "row" }, `${l.words["handout-week"]} ${n}`), ...days.map(() => make("td", {})), make("td", {})));
	return make("table", { class: "log" }, make("caption", {}, l.words["handout-log"]), head, ...weeks);
}

// fit takes what is least needed off a page until all of it is inside, and says whether
// it is. Pages of two languages lose the same.
export function fit(all, each) {
	const over = (p) => {
		const { top, height } = p.getBoundingClientRect(), style = getComputedStyle(p);
		const room = 1 - parseFloat(style.paddingBottom) / parseFloat(style.height);
		return [...p.children].some((c) => !c.matches(".foot") && c.getBoundingClientRect().bottom > top + height * room + 1);
	};
	const twins = (i) => all.slice(i - (i % each), i - (i % each) + each);
	for (const [i, p] of all.entries()) {
		for (const least of [".mistakes", ".start"]) {
			for (let n = p.querySelectorAll(least).length; n > 0 && over(p); n--) for (const t of twins(i)) t.querySelectorAll(least)[n - 1]?.remove();
		}
		if (over(p)) for (const t of twins(i)) t.classList.add("tight");
	}
	return all.every((p) => !over(p));
}
