// The pages of a sheet: A4, each filled with so many exercises, and last a page with when
// to stop, the log and the way back. In two languages each page stands twice, with the
// same numbers in the same order, so that who cannot read one can point at the other.
//
// A sheet bears the handbook's name, and an address can be anybody's. So a note says that
// it is from whoever made the sheet, and a dosage that is not the handbook's is marked and
// has the handbook's beside it.
import { encode } from "./code.js";
import { own } from "./state.js";
import { beyond, dosed, most, sentence, weekly } from "./dose.js";

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

// arrange makes the pages of a state, so that all of each page is inside it: exercises
// that do not fit go on to the next page, in all languages, and so do the boxes of the
// last one. It measures them in an element where they are as large as paper, and returns
// the pages and the number of the first that is too full, or 0.
export function arrange(bench, state, data, address) {
	const groups = [];
	for (let i = 0; i < state.exercises.length; i += state.layout) groups.push(Math.min(state.layout, state.exercises.length - i));
	let ending = ""; // the note for the sheet, if its first page has no room for it
	for (const ends = [Infinity]; ;) {
		const all = groups.length ? pages({ ...state, ending }, data, address, groups, ends) : [];
		bench.replaceChildren(...all);
		const full = fit(all, state.languages.length);
		if (full < 0) return { pages: all, full: 0 };
		const at = Math.floor(full / state.languages.length);
		const left = at >= groups.length ? all[full].querySelectorAll(":scope > :not(.foot)").length - 1 : 0;
		if (groups[at] > 1) handOn(groups, at, state.layout);
		else if (at === 0 && state.note !== ending) ending = state.note;
		else if (left > 0) {
			ends[at - groups.length] = left;
			ends[at - groups.length + 1] = (ends[at - groups.length + 1] ?? 0) + 1;
		} else return { pages: all, full: full + 1 };
	}
}

// handOn moves the last exercise of a page to the next one, which has no more of them than
// a page may have either.
function handOn(groups, at, layout) {
	groups[at]--;
	for (let over = 1; over > 0; ) {
		at++;
		const all = (groups[at] ?? 0) + over;
		groups[at] = Math.min(all, layout);
		over = all - groups[at];
	}
}

// pages returns the pages of a state, so many exercises on each, and then so many boxes. address is what the code leads to, by language.
function pages(state, data, address, groups, ends) {
	const largest = most(data.exercises);
	const chosen = state.exercises.map((x, i) => ({ ...x, ...found(data, x), asked: x, most: largest, number: i + 1 }));
	const languages = state.languages.map((tag) => data.languages.find((l) => l.tag === tag));
	let from = 0;
	const out = groups.map((n) => chosen.slice(from, from += n)).flatMap((group, i) => languages.map((l) => page(l, `fits-${state.layout}`, [i === 0 && top(l, address(l), state.clinic), ...group.map((x) => exercise(x, l, state)), i === 0 && !state.ending && note(state.note, l)])));
	const boxes = languages.map((l) => last(state, chosen, l).filter(Boolean));
	for (const n of boxes[0].length ? ends : []) out.push(...languages.map((l, i) => page(l, "last", boxes[i].splice(0, n))));
	if (state.large) for (const p of out) p.classList.add("large");
	for (const [i, p] of out.entries()) {
		const l = languages[i % languages.length];
		p.append(make("p", { class: "foot" }, `${l.words.site} · ${l.name} · ${l.words["handout-version"]} ${state.edition}. ${l.words["not-reviewed"]} ${l.words.licence}`, make("span", {}, `${Math.floor(i / languages.length) + 1} / ${out.length / languages.length}`)));
	}
	return out;
}

// found returns the handbook's exercise, or one of whoever makes the sheet.
export function found(data, x) {
	if (x.key !== own) return data.exercises.find((e) => e.key === x.key);
	const drawn = x.drawing && data.exercises.find((e) => e.key === x.drawing);
	const text = (l) => ({ title: x.title || l.words["composer-own"], dosage: "", position: "", start: "", steps: [], mistakes: [], cautions: [], shows: drawn?.text[l.tag].shows ?? "" });
	return { own: true, figure: drawn?.figure, dose: {}, text: Object.fromEntries(data.languages.map((l) => [l.tag, text(l)])) };
}

const page = (l, kind, children) => make("section", { class: `a4 ${kind}`, lang: l.tag }, ...children);
const note = (text, l) => text && make("p", { class: "note" }, make("small", {}, `${l.words["composer-from"]}: `), text);

// theirWords selects what whoever made a sheet says, and not the handbook.
export const theirWords = ".note, .agreed, .theirs";

// dosage returns the lines of a dosage.
function dosage(x, l) {
	const handbook = x.text[l.tag].dosage, agreed = sentence(dosed(x.dose, x.asked), l);
	const { weeks } = x.asked;
	if (agreed === handbook && !weeks) return agreed && make("p", { class: "dose" }, agreed);
	return make("div", { class: "agreed" },
		agreed && make("p", { class: "dose" }, `${l.words["handout-agreed"]}: ${agreed}`),
		weeks && make("p", { class: "weeks" }, weekly(x.dose, weeks, l)),
		!x.own && make("p", {}, `${l.words.site}: ${handbook}`),
		!x.own && beyond(x.dose, x.asked, x.most) && make("p", { class: "beyond" }, l.words["composer-beyond"]));
}

// largest is how many modules a code may have that a telephone reads from paper: those of
// version 15, some 400 letters.
const largest = 85;

// top has lines to write on, and the code that leads to this very sheet.
function top(l, address, clinic) {
	const line = (key) => make("div", {}, make("dt", {}, l.words[`handout-${key}`]), make("dd", {}, key === "clinic" && clinic));
	const made = encode(address), code = made && made.size <= largest ? made : null;
	return make("div", { class: "top" },
		make("dl", { class: "lines" }, ...["name", "date", "physiotherapist", "phone", "clinic", "next", "goal"].map(line)),
		code && make("svg", { viewBox: `0 0 ${code.size} ${code.size}`, "shape-rendering": "crispEdges", class: "code", role: "img", "aria-label": `${l.words["composer-again"]}: ${address.split("#")[0]}` }, make("path", { d: code.path, stroke: "#000" })),
		code && make("p", {}, `${l.words["composer-again"]}: `, make("strong", {}, address.split("#")[0])));
}

function exercise(x, l, { layout, boxes }) {
	const text = x.text[l.tag];
	const figure = x.figure && make("img", { src: x.figure.url, width: x.figure.width, height: x.figure.height, alt: text.shows });
	const head = make("h2", {}, make("span", { class: "number" }, `${x.number}`), ` ${text.title}`);
	const dose = [dosage(x, l), boxes.pen && pen(x, l)];
	if (x.own) {
		const theirs = [make("p", {}, make("small", {}, l.words["composer-from"])), ...dose, x.asked.note && make("p", { class: "note" }, x.asked.note)];
		return make("article", { class: "theirs" }, head, ...(!figure ? theirs : layout === 6 ? [figure, ...theirs] : [make("div", { class: "do" }, figure, make("div", {}, ...theirs))]));
	}
	const cautions = text.cautions.length > 0 && make("p", { class: "ask" }, make("strong", {}, `${l.words.cautions}: `), text.cautions.join(" · "));
	if (layout === 6) return make("article", {}, head, figure, ...dose, note(x.asked.note, l), cautions);
	const steps = make("ol", {}, ...text.steps.map((s) => make("li", {}, s)));
	const mistakes = layout < 4 && make("div", { class: "mistakes" }, make("h3", {}, l.words["composer-mistakes"]), make("ul", {}, ...text.mistakes.map((m) => make("li", {}, m))));
	const start = make("p", { class: "start" }, text.start);
	return make("article", {}, head, make("div", { class: "do" }, figure, make("div", {}, ...dose, note(x.asked.note, l), start, steps, cautions)), mistakes);
}

// pen has room to write a dose by hand, for what the exercise is counted in.
function pen({ dose, own }, l) {
	const counted = own || dose.sets || dose.repetitions;
	const parts = counted ? ["sets", "repetitions", "hold"] : ["duration", "distance", "hold"].filter((name) => dose[name]);
	return make("dl", { class: "pen" }, ...[...parts, "per-week"].map((name) => make("div", {}, make("dt", {}, l.words[`dose-${name}`]), make("dd", {}))));
}

function last(state, chosen, l) {
	const box = (name) => document.querySelector(`template[data-box="${name}"][data-tag="${l.tag}"]`)?.content.firstElementChild.cloneNode(true);
	const boxes = [state.boxes.pain && box("pain"), state.boxes.stop && box("stop"), state.boxes.floor && chosen.some((x) => x.floor) && box("floor")];
	for (const b of boxes.filter(Boolean)) {
		for (const e of b.querySelectorAll("[id]")) e.removeAttribute("id");
		for (const a of b.querySelectorAll("a")) a.replaceWith(make("strong", {}, a.textContent));
	}
	// In large print, each urgency is a box of its own: together they fill more than a page.
	const apart = (b) => [...b.querySelectorAll(":scope > .alert")].slice(1).map((a) => make("section", { class: "box" }, a));
	return [note(state.ending, l), ...boxes.flatMap((b) => (b && state.large ? [b, ...apart(b)] : [b])), state.boxes.log && log(l)];
}

function log(l) {
	const days = l.words["handout-days"].split(" ");
	const head = make("tr", {}, make("td", {}), ...days.map((d) => make("th", { scope: "col" }, d)), make("th", { scope: "col" }, l.words["handout-pain"]));
	const weeks = [1, 2, 3, 4].map((n) => make("tr", {}, make("th", { scope: "row" }, `${l.words["handout-week"]} ${n}`), ...days.map(() => make("td", {})), make("td", {})));
	return make("table", { class: "log" }, make("caption", {}, l.words["handout-log"]), head, ...weeks);
}

// roomy makes the rows of the log high enough to write in, where the pages have room.
function roomy(twins, over) {
	const all = twins.map((t) => t.querySelector(".log")).filter(Boolean);
	for (const l of all) l.classList.add("roomy");
	if (twins.some(over)) for (const l of all) l.classList.remove("roomy");
}

// fit takes common mistakes off a page, the last first, and sets it tighter, until all of
// it is inside. Pages of two languages lose the same. It returns the first page that is
// still too full, or -1.
function fit(all, each) {
	const over = (p) => {
		const box = p.getBoundingClientRect();
		const bottom = box.bottom - parseFloat(getComputedStyle(p).paddingBottom);
		return [...p.querySelectorAll(":scope > :not(.foot), :scope > article *")].some((e) => {
			const r = e.getBoundingClientRect();
			return r.bottom > bottom + 1 || r.right > box.right;
		});
	};
	for (const [i, p] of all.entries()) {
		const twins = all.slice(i - (i % each), i - (i % each) + each);
		for (let n = p.querySelectorAll(".mistakes").length; n > 0 && over(p); n--) for (const t of twins) t.querySelectorAll(".mistakes")[n - 1]?.remove();
		if (over(p)) for (const t of twins) t.classList.add("tight");
		roomy(twins, over);
	}
	return all.findIndex(over);
}
