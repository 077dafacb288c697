// A row of the sheet's list: an exercise, and fields for how much of it to do.
import { range, unit } from "./dose.js";
import { limits, own, sides } from "./state.js";
import { found, make } from "./sheet.js";

// extra are the parts of a dosage that few sheets have. Their fields are folded away.
const extra = ["perDay", "rest", "tempo", "effort", "weeks"];
const opened = new WeakSet();

// row makes the row of an exercise in a list. page has what it needs of the page around it:
// data, here (the language), exercises (what is chosen) and change.
export function row(list, page, x, i) {
	const { data, here, exercises, change } = page, word = (key) => here.words[key];
	const exercise = found(data, x), { title, url } = exercise.text[here.tag], { dose } = exercise;
	const move = (by, key) => make("button", { type: "button", "data-field": `${i}.${key}`, disabled: !exercises()[i + by], "aria-label": `${word(`composer-${key}`)}: ${title}`,
		click: () => { moveTo(page, i, i + by); focusOn(list, `${i + by}.${key}`, `${i + by}.remove`); } }, by < 0 ? "↑" : "↓");
	const remove = () => { change((s) => s.exercises.splice(i, 1)); focusOn(list, `${i}.remove`, `${i - 1}.remove`); };
	const f = fields(page, exercise, x, i), folded = !exercise.own && !dose.side;
	return make("li", { "data-row": i },
		make("div", { class: "row" }, handle(list, page, i, title), make("strong", {}, url ? make("a", { href: url }, title) : title), move(-1, "up"), move(1, "down"),
			make("button", { type: "button", "data-field": `${i}.remove`, "aria-label": `${word("composer-remove")}: ${title}`, click: remove }, "×")),
		exercise.own && make("div", { class: "fields" }, f.title, f.drawing),
		make("div", { class: "fields" }, f.sets, f.repetitions, f.hold, f.duration, f.distance, f.perWeek, !folded && f.side),
		make("details", { open: opened.has(x) || extra.some((name) => x[name]) || (folded && x.side !== undefined), toggle: (e) => opened[e.target.open ? "add" : "delete"](x) },
			make("summary", { "data-field": `${i}.more`, "aria-label": `${word("composer-more")}: ${title}` }, word("composer-more")),
			make("div", { class: "fields" }, folded && f.side, f.perDay, f.rest, f.tempo, f.effort, f.weeks)),
		make("div", { class: "fields" }, f.note));
}

// focusOn gives the focus to a control of a list, or to another if that is disabled.
export function focusOn(list, ...names) {
	names.map((n) => list.querySelector(`[data-field="${n}"]:not(:disabled)`)).find(Boolean)?.focus();
}

const moveTo = ({ change }, from, to) => change((s) => s.exercises.splice(to, 0, ...s.exercises.splice(from, 1)));

// fields makes the fields that an exercise can have, by what they change.
function fields({ data, here, change }, exercise, x, i) {
	const word = (key) => here.words[key], { dose } = exercise;
	const set = (name, value) => change((s) => (value === "" ? delete s.exercises[i][name] : (s.exercises[i][name] = value)), { typing: true });
	const label = (text, control, wide) => make("label", { class: wide && "wide" }, text, control);
	const typed = (name, attributes, parse) => make("input", { ...attributes, "data-field": `${i}.${name}`, input: (e) => {
		const value = parse(e.target); // null if it is nothing that can be meant
		set(name, value ?? "");
		e.target.setAttribute("aria-invalid", value === null);
	} });
	const number = (name, key, offered = true) => offered && label(word(key), typed(name,
		{ type: "number", placeholder: range(dose[name]), min: 1, max: data.bounds[name] ?? limits[name], inputmode: "numeric", value: x[name] ?? "" },
		(e) => (!e.validity.valid ? null : e.value && Number(e.value))));
	const text = (name, key, most) => label(word(key), typed(name, { value: x[name] ?? "", maxlength: most }, (e) => e.value.trim()), true);
	// Numbers, whatever is between them.
	const list = (name, title, example, fits) => label(title, typed(name, { inputmode: "numeric", placeholder: example, value: [x[name] ?? ""].flat().join(", ") }, (e) => {
		const all = (e.value.match(/\d+/g) ?? []).map(Number);
		return all.length === 0 ? "" : fits(all) ? all : null;
	}));
	const choice = (name, key, options) => label(word(key), make("select", { "data-field": `${i}.${name}`, change: (e) => set(name, e.target.value) },
		...options.map(([value, shown]) => make("option", { value, selected: (x[name] ?? "") === value }, shown))));
	const counted = Boolean(exercise.own || dose.sets || dose.repetitions), most = data.bounds[unit(dose)];
	const handbook = word("composer-side-own") + (dose.side ? `: ${word("per-side")}` : "");
	return {
		sets: number("sets", "dose-sets", counted),
		repetitions: number("repetitions", "dose-repetitions", counted),
		hold: number("hold", "dose-hold", counted || Boolean(dose.hold)),
		duration: number("duration", "dose-duration", Boolean(dose.duration)),
		distance: number("distance", "dose-distance", Boolean(dose.distance)),
		perDay: number("perDay", "dose-per-day"),
		perWeek: number("perWeek", "dose-per-week"),
		rest: number("rest", "composer-rest", counted),
		effort: number("effort", "composer-effort"),
		side: counted && choice("side", "composer-side", [["", handbook], ...Object.entries(sides).map(([value, key]) => [value, word(`composer-side-${key}`)])]),
		tempo: counted && list("tempo", word("composer-tempo"), "3, 1, 2", (all) => all.length === 3 && all.every((n) => n <= limits.tempo)),
		weeks: list("weeks", `${word("composer-weeks")} (${word(`dose-${unit(dose)}`)})`, "8, 10, 12", (all) => all.length <= limits.weeks && all.every((n) => n >= 1 && n <= most)),
		title: text("title", "composer-title", limits.title),
		drawing: exercise.own && choice("drawing", "composer-drawing", [["", word("composer-drawing-none")], ...drawings(data, here)]),
		note: text("note", exercise.own ? "composer-text" : "composer-note", limits.note),
	};
}

// drawings are the exercises that have one, for a list.
const drawings = (data, { tag }) => data.exercises.filter((e) => e.figure).map((e) => [e.key, e.text[tag].title]).sort(([, a], [, b]) => a.localeCompare(b, tag));

// handle moves an exercise: it is dragged, by a finger too, or moved by arrow keys. The row
// itself stays, so that text in its fields can be marked.
function handle(list, page, i, title) {
	const rows = () => [...list.children];
	const at = ({ clientY }) => Math.max(0, rows().findIndex((r, n, all) => clientY < r.getBoundingClientRect().bottom || n === all.length - 1));
	const mark = (to) => rows().forEach((r, n) => r.classList.toggle("here", n === to));
	const put = (to) => { if (to !== i && page.exercises()[to]) { moveTo(page, i, to); focusOn(list, `${to}.handle`); } };
	let dragged = false;
	return make("button", { type: "button", class: "handle", "data-field": `${i}.handle`, "aria-label": `${page.here.words["composer-move"]}: ${title}`,
		pointerdown: (e) => { dragged = true; e.target.setPointerCapture(e.pointerId); },
		pointermove: (e) => { if (dragged) mark(at(e)); },
		pointerup: (e) => { if (dragged) { dragged = false; mark(); put(at(e)); } },
		pointercancel: () => { dragged = false; mark(); },
		keydown: (e) => { const by = { ArrowUp: -1, ArrowDown: 1 }[e.key]; if (by) { e.preventDefault(); put(i + by); } },
	}, "≡");
}
