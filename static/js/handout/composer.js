// The page on which handouts are made. The whole sheet is in the fragment of the address
// (state.js): each change is written there and drawn from there. Nothing is stored unless
// the reader asks for it, and nothing is sent.
import { empty, limits, own, read, write } from "./state.js";
import { keep, keepSheets, recall, sheets } from "./device.js";
import { fold, pagesAbout } from "./find.js";
import { focusOn, row } from "./row.js";
import { arrange, make, theirWords } from "./sheet.js";

const root = document.querySelector("[data-composer]");
const { default: data } = await import(root.dataset.composer);
const here = data.languages.find((l) => l.tag === root.dataset.tag);
const word = (key) => here.words[key];
const known = { exercises: new Set(data.exercises.map((x) => x.key)), languages: new Set(data.languages.map((l) => l.tag)) };

let state = empty(), loaded = false;

// load takes the sheet from the address or, if that has none, from this device. A sheet
// that came by an address does not take the place of the one that is kept.
function load() {
	const mine = recall("last"), given = location.hash.slice(1);
	const back = loaded && history.state?.step !== undefined; // to a sheet that was made here
	if (!loaded && !given) history.replaceState({ step: 0 }, "");
	loaded = true;
	const sheet = read(given || (back ? "" : mine ?? ""), known);
	state = sheet.state;
	if (!state.languages.length) state.languages = [here.tag];
	if (!back) remember.checked = mine !== null && (!given || given === mine);
	else if (remember.checked) keep("last", given);
	draw();
	const ignored = sheet.ignored.length > 0 && `${word("composer-ignored")}: ${sheet.ignored.join("; ")}.`;
	const foreign = !back && given !== "" && given !== mine && preview.querySelector(theirWords) && word("composer-link");
	message(ignored, foreign);
	typedIn = null;
	undo.disabled = steps() === 0;
}

// change changes the sheet and writes it into the address, as a step back from which the
// browser's own button leads, and ours. A field that is being typed in stays, and what is
// typed in it is one step.
function change(how, { typing = false } = {}) {
	how(state);
	const fragment = write(state), field = typing ? document.activeElement : null;
	if (fragment.length <= limits.fragment && `#${fragment}` !== location.hash) {
		const same = field !== null && field === typedIn;
		history[same ? "replaceState" : "pushState"]({ step: steps() + (same ? 0 : 1) }, "", `#${fragment}`);
		typedIn = field;
		if (remember.checked) remember.checked = keep("last", fragment);
	}
	undo.disabled = steps() === 0;
	if (typing) show();
	else draw();
}

// steps is how many changes lead to the sheet that is shown.
const steps = () => history.state?.step ?? 0;
let typedIn = null;
const undo = make("button", { type: "button", class: "undo", disabled: true, click: () => history.back() }, word("composer-undo"));
const copy = make("button", { type: "button", class: "copy", click: copyLink }, word("composer-copy"));

// copyLink copies the address of the sheet, or shows it where that is forbidden.
async function copyLink() {
	try {
		await navigator.clipboard.writeText(location.href);
		message(word("composer-copied"));
	} catch {
		message(location.href);
	}
}

// What is wrong with the sheet stays beside what has just been done.
const status = make("p", { class: "said", role: "status" });
let wrong = "";
const message = (...texts) => (status.textContent = [...texts, wrong].filter(Boolean).join(" "));

// Choosing

const find = make("input", { type: "search", id: "composer-find", focus: (e) => e.target.select(), input: () => filter() });
const stage = make("select", { id: "composer-stage", change: () => filter() }, make("option", { value: "" }, word("composer-all")), ...[1, 2, 3].map((n) => make("option", { value: n }, `${word("stage")} ${n}`)));
const choices = [...data.exercises]
	.sort((a, b) => a.stage - b.stage || a.text[here.tag].title.localeCompare(b.text[here.tag].title, here.tag))
	.map((x) => {
		const text = x.text[here.tag];
		const item = make("li", {},
			x.figure && make("img", { src: x.figure.url, width: x.figure.width, height: x.figure.height, alt: "", loading: "lazy" }),
			make("div", {}, make("strong", {}, text.title), make("span", {}, `${word("stage")} ${x.stage} · ${text.position}`)),
			make("button", { type: "button", "aria-label": `${word("composer-add")}: ${text.title}`, "data-add": true, click: () => { change((s) => s.exercises.push({ key: x.key })); message(`${text.title} ✓`); } }, word("composer-add")));
		return { item, x, words: fold(Object.values(x.text).map((t) => `${t.title} ${t.find}`).join(" ") + ` ${x.key}`) };
	});

// filter shows the exercises that have all words that are typed, or if there are none,
// those that the site's search finds.
async function filter() {
	const question = find.value, asked = fold(question).split(" ");
	const only = (fits) => {
		for (const c of choices) c.item.hidden = !fits(c) || (stage.value !== "" && c.x.stage !== Number(stage.value));
		return choices.some((c) => !c.item.hidden);
	};
	if (only(({ words }) => asked.every((w) => words.includes(w)))) return nothing.hidden = true;
	nothing.hidden = false;
	const pages = await pagesAbout(question);
	const about = ({ url }) => pages.has(new URL(url, location.href).pathname); // in another language too
	if (question === find.value) nothing.hidden = only(({ x }) => Object.values(x.text).some(about));
}
const nothing = make("p", { hidden: true, role: "status" }, word("composer-nothing"));

const programmes = data.programmes.map((p) =>
	make("button", { type: "button", click: () => change((s) => (s.exercises = p.exercises.filter((k) => known.exercises.has(k)).slice(0, limits.exercises).map((key) => ({ key })))) }, p.title[here.tag]));

// The sheet's own list

const chosen = make("ol", { class: "chosen" });

const page = { data, here, change, exercises: () => state.exercises };

// What the sheet is like

const option = (label, control) => make("label", {}, word(label), control);
const tick = (label, control) => make("label", {}, control, word(label));
const layout = make("select", { change: (e) => change((s) => (s.layout = Number(e.target.value))) }, ...[1, 2, 4].map((n) => make("option", { value: n }, `${n}`)), make("option", { value: 6 }, word("composer-card")));
const language = make("select", { class: "language-of", change: (e) => change((s) => (s.languages = e.target.value.split("+"))) },
	...data.languages.map((l) => make("option", { value: l.tag }, l.name)), make("option", { value: data.languages.map((l) => l.tag).join("+") }, word("composer-both")));
const boxes = Object.fromEntries(["log", "stop", "pain", "floor", "pen"].map((b) => [b, make("input", { type: "checkbox", change: (e) => change((s) => (s.boxes[b] = e.target.checked)) })]));
const large = make("input", { type: "checkbox", class: "large-print", change: (e) => change((s) => (e.target.checked ? (s.large = true) : delete s.large)) });
const note = make("input", { maxlength: limits.note, input: (e) => change((s) => (s.note = e.target.value.trim()), { typing: true }) });
const remember = make("input", { type: "checkbox", change: (e) => (e.target.checked = keep("last", e.target.checked ? write(state) : null) && e.target.checked) });

// The line of the clinic is this device's, and not in the address.
const clinic = make("input", { class: "clinic", maxlength: 80, value: recall("clinic") ?? "", input: () => { if (rememberClinic.checked) keep("clinic", clinic.value); show(); } });
const rememberClinic = make("input", { type: "checkbox", change: (e) => (e.target.checked = keep("clinic", e.target.checked ? clinic.value : null) && e.target.checked) });
rememberClinic.checked = recall("clinic") !== null;

// Sheets that are kept by a name.
const name = make("input", { class: "name", maxlength: 60, enterkeyhint: "done", keydown: (e) => e.key === "Enter" && save() });
const saved = make("select", { class: "saved" });
const saves = make("p", { class: "saves" },
	make("label", {}, word("composer-name"), " ", name), make("button", { type: "button", class: "save", click: () => save() }, word("composer-save")),
	make("label", {}, word("composer-saved"), " ", saved),
	make("button", { type: "button", class: "open", click: () => change((s) => Object.assign(s, { large: undefined }, read(sheets().get(saved.value) ?? "", known).state)) }, word("composer-open")),
	make("button", { type: "button", class: "delete", click: () => { const all = sheets(); all.delete(saved.value); keepSheets(all); list(); } }, word("composer-delete")));

function save() {
	const called = name.value.trim();
	if (!called || !state.exercises.length) return;
	if (keepSheets(sheets().set(called, write(state)))) message(`${word("composer-kept")}: ${called}`);
	list(called);
}

// list shows which sheets are kept, and chooses one of them.
function list(called) {
	const all = [...sheets().keys()];
	saved.replaceChildren(...all.map((n) => make("option", { value: n, selected: n === called }, n)));
	for (const e of saves.querySelectorAll("select, .open, .delete")) e.disabled = all.length === 0;
}
list();

const count = make("strong", { class: "count" });
const preview = make("div", { class: "preview", role: "region", tabindex: 0, "aria-label": word("composer-preview") });
const bench = make("div", { class: "measure" });
const edition = /\.(\w{1,8})\w*\.js$/.exec(root.dataset.composer)?.[1]; // of the data, by their hash

// address returns where a sheet is opened again, in a language.
const address = (l) => new URL(l.url, location.href).href + "#" + write(state);

function draw() {
	chosen.replaceChildren(...(state.exercises.length ? state.exercises.map((x, i) => row(chosen, page, x, i)) : [make("li", { class: "none" }, word("composer-none"))]));
	for (const b of root.querySelectorAll("[data-add]")) b.disabled = state.exercises.length >= limits.exercises;
	layout.value = state.layout;
	const order = state.languages.join("+");
	if (![...language.options].some((o) => o.value === order)) language.append(make("option", { value: order }, state.languages.map((t) => data.languages.find((l) => l.tag === t).name).join(" + ")));
	language.value = order;
	for (const b in boxes) boxes[b].checked = state.boxes[b];
	note.value = state.note;
	large.checked = state.large === true;
	show();
}

// show draws the paper, and says what is wrong with it.
function show() {
	const { pages, full } = arrange(bench, { ...state, clinic: clinic.value.trim(), edition }, data, address);
	preview.replaceChildren(...pages.map((p) => make("div", { class: "leaf" }, p)));
	document.body.classList.toggle("filled", pages.length > 0);
	const short = write(state).length <= limits.fragment;
	wrong = [
		!short && word("composer-too-long"),
		short && full > 0 && `${word("handout-page")} ${full}: ${word("composer-too-full")}`,
		short && pages.length > 0 && !preview.querySelector(".code") && word("composer-no-code"),
		state.exercises.length >= limits.exercises && word("composer-most").replace("{n}", limits.exercises),
	].filter(Boolean).join(" ");
	message();
	count.textContent = `${word("composer-pages")}: ${pages.length}`;
	printer.disabled = pages.length === 0 || !short || full > 0;
}

const printer = make("button", { type: "button", class: "button", click: () => print() }, word("composer-print"));

const bar = make("div", { class: "bar actions" }, printer, count, undo, copy, status);

root.append(
	bar,
	make("div", { class: "desk" }, make("div", { class: "choose" },
		make("h2", {}, word("composer-choose")),
		make("p", { class: "programmes" }, `${word("composer-start-from")}: `, ...programmes),
		make("p", { class: "seek" }, make("label", { for: "composer-find" }, word("composer-find")), find, make("label", { for: "composer-stage" }, word("stage")), stage),
		nothing, make("ul", { class: "choices" }, ...choices.map((c) => c.item)),
		make("p", {}, make("button", { type: "button", class: "own", "data-add": true, click: () => { change((s) => s.exercises.push({ key: own })); focusOn(chosen, `${state.exercises.length - 1}.title`); } }, word("composer-own")))),
	make("div", { class: "sheet-of" },
		make("h2", {}, word("composer-sheet")), chosen,
		make("div", { class: "fields" }, option("composer-layout", layout), option("composer-language", language),
			make("div", { class: "wide ticks" }, ...Object.entries(boxes).map(([b, input]) => tick(`composer-${b}`, input)), tick("composer-large", large)),
			make("label", { class: "wide" }, word("composer-note-sheet"), note),
			make("label", { class: "wide" }, word("composer-clinic"), clinic), make("label", { class: "wide" }, rememberClinic, word("composer-remember-clinic"))),
		make("p", { class: "private" }, word("composer-private")),
		saves,
		make("p", { class: "actions" },
			make("button", { type: "button", click: () => { keep("last", null); remember.checked = false; change((s) => Object.assign(s, { large: undefined }, empty(), { languages: s.languages })); } }, word("composer-clear")),
			make("label", {}, remember, word("composer-remember")))),
	preview),
	bench);
// What is under the bar is scrolled past it, however many lines it has.
new ResizeObserver(() => document.documentElement.style.setProperty("--bar-height", `${bar.offsetHeight}px`)).observe(bar);
root.hidden = false;
addEventListener("hashchange", load);
addEventListener("popstate", load);
load();
