// The page on which handouts are made. The whole sheet is in the fragment of the address
// (state.js): each change is written there and drawn from there. Nothing is stored unless
// the reader asks for it, and nothing is sent.
import { empty, limits, read, write } from "./state.js";
import { arrange, make, theirWords } from "./sheet.js";

const root = document.querySelector("[data-composer]");
const { default: data } = await import(root.dataset.composer);
const here = data.languages.find((l) => l.tag === root.dataset.tag);
const word = (key) => here.words[key];
const known = { exercises: new Set(data.exercises.map((x) => x.key)), languages: new Set(data.languages.map((l) => l.tag)) };
const memory = "handout";

let state = empty();

// What the reader asked this device to remember; a browser may forbid it.
const kept = {
	read() { try { return localStorage.getItem(memory); } catch { return null; } },
	write(text) { try { localStorage.setItem(memory, text); } catch { remember.checked = false; } },
	forget() { try { localStorage.removeItem(memory); } catch { /* nothing is kept */ } },
};

// load takes the sheet from the address or, if that has none, from this device. A sheet
// that came by an address does not take the place of the one that is kept.
function load() {
	const own = kept.read(), given = location.hash.slice(1);
	const found = read(given || (own ?? ""), known);
	state = found.state;
	if (!state.languages.length) state.languages = [here.tag];
	remember.checked = own !== null && (!given || given === own);
	draw();
	const ignored = found.ignored.length > 0 && `${word("composer-ignored")}: ${found.ignored.join("; ")}.`;
	const foreign = given !== "" && given !== own && preview.querySelector(theirWords) && word("composer-link");
	message([ignored, foreign].filter(Boolean).join(" "));
}

// change changes the sheet and writes it into the address: as a step back to which the
// browser's own button leads, if much is lost. A field that is being typed in stays.
function change(how, { step = false, typing = false } = {}) {
	how(state);
	const fragment = write(state);
	if (fragment.length <= limits.fragment) {
		history[step ? "pushState" : "replaceState"](null, "", `#${fragment}`);
		if (remember.checked) kept.write(fragment);
	}
	if (typing) show();
	else draw();
}

const status = make("p", { class: "said", role: "status" });
const message = (text) => (status.textContent = text);

// Choosing

const find = make("input", { type: "search", id: "composer-find", input: () => filter() });
const stage = make("select", { id: "composer-stage", change: () => filter() }, make("option", { value: "" }, word("composer-all")), ...[1, 2, 3].map((n) => make("option", { value: n }, `${word("stage")} ${n}`)));
const choices = [...data.exercises]
	.sort((a, b) => a.stage - b.stage || a.text[here.tag].title.localeCompare(b.text[here.tag].title, here.tag))
	.map((x) => {
		const text = x.text[here.tag];
		const item = make("li", {},
			x.figure && make("img", { src: x.figure.url, width: x.figure.width, height: x.figure.height, alt: "", loading: "lazy" }),
			make("div", {}, make("strong", {}, text.title), make("span", {}, `${word("stage")} ${x.stage} · ${text.position}`)),
			make("button", { type: "button", "aria-label": `${word("composer-add")}: ${text.title}`, "data-add": true, click: () => { change((s) => s.exercises.push({ key: x.key })); message(`${text.title} ✓`); } }, word("composer-add")));
		return { item, x, words: `${text.title} ${text.position} ${x.key}`.toLowerCase() };
	});

function filter() {
	for (const { item, x, words } of choices) {
		item.hidden = !words.includes(find.value.trim().toLowerCase()) || (stage.value !== "" && x.stage !== Number(stage.value));
	}
}

const programmes = data.programmes.map((p) =>
	make("button", { type: "button", click: () => change((s) => (s.exercises = p.exercises.filter((k) => known.exercises.has(k)).slice(0, limits.exercises).map((key) => ({ key }))), { step: true }) }, p.title[here.tag]));

// The sheet's own list

const chosen = make("ol", { class: "chosen" });

function row(x, i) {
	const text = data.exercises.find((e) => e.key === x.key).text[here.tag];
	const set = (name, value) => change((s) => (value === "" ? delete s.exercises[i][name] : (s.exercises[i][name] = value)), { typing: true });
	const number = (name, label) => make("label", {}, word(label), make("input", {
		type: "number", min: 1, max: data.bounds[name], inputmode: "numeric", value: x[name] ?? "", "data-field": `${i}.${name}`,
		input: (e) => { set(name, e.target.validity.valid && e.target.value !== "" ? Number(e.target.value) : ""); e.target.setAttribute("aria-invalid", !e.target.validity.valid); },
	}));
	const own = data.exercises.find((e) => e.key === x.key).dose;
	const counted = own.sets || own.repetitions;
	const side = make("label", {}, word("composer-side"), make("select", { "data-field": `${i}.side`, change: (e) => set("side", e.target.value) },
		...[["", "own"], ["e", "each"], ["o", "one"]].map(([value, key]) => make("option", { value, selected: (x.side ?? "") === value }, word(`composer-side-${key}`)))));
	const move = (by, key) => make("button", { type: "button", "data-field": `${i}.${key}`, disabled: !state.exercises[i + by], "aria-label": `${word(`composer-${key}`)}: ${text.title}`,
		click: () => { change((s) => s.exercises.splice(i + by, 0, ...s.exercises.splice(i, 1))); focusOn(`${i + by}.${key}`, `${i + by}.remove`); } }, by < 0 ? "↑" : "↓");
	return make("li", { draggable: "true", "data-row": i, dragstart: (e) => e.dataTransfer.setData("text/plain", `${i}`), dragover: (e) => e.preventDefault(),
		drop: (e) => { e.preventDefault(); drop(Number(e.dataTransfer.getData("text/plain")), i); } },
		make("div", { class: "row" }, make("strong", {}, text.title), move(-1, "up"), move(1, "down"),
			make("button", { type: "button", "data-field": `${i}.remove`, "aria-label": `${word("composer-remove")}: ${text.title}`,
				click: () => { change((s) => s.exercises.splice(i, 1), { step: true }); focusOn(`${i}.remove`, `${i - 1}.remove`); } }, "×")),
		make("div", { class: "fields" }, counted && number("sets", "dose-sets"), counted && number("repetitions", "dose-repetitions"), (counted || own.hold) && number("hold", "dose-hold"),
			own.duration && number("duration", "dose-duration"), own.distance && number("distance", "dose-distance"), counted && side, number("perDay", "dose-per-day"), number("perWeek", "dose-per-week"),
			make("label", { class: "wide" }, word("composer-note"), make("input", { value: x.note ?? "", maxlength: limits.note, "data-field": `${i}.note`, input: (e) => set("note", e.target.value.trim()) }))));
}

// drop moves an exercise that was dragged to the place of another.
function drop(from, to) {
	if (state.exercises[from] && from !== to) change((s) => s.exercises.splice(to, 0, ...s.exercises.splice(from, 1)));
}

// What the sheet is like

const option = (label, control) => make("label", {}, word(label), control);
const layout = make("select", { change: (e) => change((s) => (s.layout = Number(e.target.value))) }, ...[1, 2, 4].map((n) => make("option", { value: n }, `${n}`)), make("option", { value: 6 }, word("composer-card")));
const language = make("select", { change: (e) => change((s) => (s.languages = e.target.value.split("+"))) },
	...data.languages.map((l) => make("option", { value: l.tag }, l.name)), make("option", { value: data.languages.map((l) => l.tag).join("+") }, word("composer-both")));
const boxes = Object.fromEntries(["log", "stop", "pain", "floor"].map((b) => [b, make("input", { type: "checkbox", change: (e) => change((s) => (s.boxes[b] = e.target.checked)) })]));
const note = make("input", { maxlength: limits.note, input: (e) => change((s) => (s.note = e.target.value.trim()), { typing: true }) });
const remember = make("input", { type: "checkbox", change: (e) => (e.target.checked ? kept.write(write(state)) : kept.forget()) });
const count = make("strong", { class: "count" });
const preview = make("div", { class: "preview" });
const bench = make("div", { class: "measure" });

// address returns where a sheet is opened again, in a language.
const address = (l) => new URL(l.url, location.href).href + "#" + write(state);

// focusOn gives the focus to a control of the list, or to another if that is disabled.
function focusOn(...names) {
	names.map((n) => chosen.querySelector(`[data-field="${n}"]:not(:disabled)`)).find(Boolean)?.focus();
}

function draw() {
	chosen.replaceChildren(...(state.exercises.length ? state.exercises.map(row) : [make("li", { class: "none" }, word("composer-none"))]));
	for (const b of root.querySelectorAll("[data-add]")) b.disabled = state.exercises.length >= limits.exercises;
	layout.value = state.layout;
	const order = state.languages.join("+");
	if (![...language.options].some((o) => o.value === order)) language.append(make("option", { value: order }, state.languages.map((t) => data.languages.find((l) => l.tag === t).name).join(" + ")));
	language.value = order;
	for (const b in boxes) boxes[b].checked = state.boxes[b];
	note.value = state.note;
	show();
}

// show draws the paper, and says what is wrong with it.
function show() {
	const { pages, fits } = arrange(bench, state, data, address);
	preview.replaceChildren(...pages.map((p) => make("div", { class: "leaf" }, p)));
	document.body.classList.toggle("filled", pages.length > 0);
	const short = write(state).length <= limits.fragment;
	message(!short ? word("composer-too-long") : !fits ? word("composer-too-full") : "");
	count.textContent = `${word("composer-pages")}: ${pages.length}`;
	printer.disabled = pages.length === 0 || !short || !fits;
}

const printer = make("button", { type: "button", class: "button", click: () => print() }, word("composer-print"));

root.append(
	make("div", { class: "choose" },
		make("h2", {}, word("composer-choose")),
		make("p", { class: "programmes" }, `${word("composer-start-from")}: `, ...programmes),
		make("p", { class: "seek" }, make("label", { for: "composer-find" }, word("composer-find")), find, make("label", { for: "composer-stage" }, word("stage")), stage),
		make("ul", { class: "choices" }, ...choices.map((c) => c.item))),
	make("div", { class: "sheet-of" },
		make("h2", {}, word("composer-sheet")), status, chosen,
		make("div", { class: "fields" }, option("composer-layout", layout), option("composer-language", language), ...Object.entries(boxes).map(([b, input]) => option(`composer-${b}`, input)),
			make("label", { class: "wide" }, word("composer-note-sheet"), note)),
		make("p", { class: "private" }, word("composer-private")),
		make("p", { class: "actions" }, printer, count,
			make("button", { type: "button", click: () => { kept.forget(); remember.checked = false; change((s) => Object.assign(s, empty(), { languages: s.languages }), { step: true }); } }, word("composer-clear")),
			make("label", {}, remember, word("composer-remember")))),
	bench, preview);
root.hidden = false;
addEventListener("hashchange", load);
addEventListener("popstate", load);
load();
