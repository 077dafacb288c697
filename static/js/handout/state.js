// The state of a sheet is the fragment of its address, which no browser sends to a
// server. Version 1, in parts between semicolons:
//
//	v1;l=nb+en;p=2;b=lfsp;t=note;x=bird-dog.3.8.10.e.1.3;n=note;x=bridge
//
// l: the languages' tags, in order.  p: exercises on a page, 1, 2 or 4, or 6 on a card.
// b: what else is on it: log, floor help, stop rules, pain guide, boxes for the dose by pen (d).  t: a note for the
// sheet.  x: an exercise: its key, sets, repetitions, seconds, each side, one, left or right
// (e, o, l, r), times a day, days a week, minutes, metres, seconds of
// rest, effort of 10; an empty number is the handbook's own.  The key * is an exercise
// of whoever makes the sheet, and k its title.  g: the numbers of the weeks,
// in the unit that the exercise is counted in, r: its tempo, seconds down, still and up, d: the
// exercise whose drawing an exercise of one's own has, and n: a note, for the exercise before it.  z: large print, 18 points.  Notes are
// percent-encoded.
//
// What stands in an address is anybody's: read takes only what it knows, says what it
// left out, and returns numbers, known keys and plain text. A version is read for ever, so
// limits do not shrink; what can be typed is less: the bounds in the data.

export const limits = { fragment: 2000, exercises: 12, note: 300, title: 80, sets: 20, repetitions: 100, hold: 300, perDay: 10, perWeek: 7, duration: 300, distance: 5000, rest: 600, effort: 10, tempo: 9, weeks: 12 };
const boxes = { l: "log", f: "floor", s: "stop", p: "pain", d: "pen" };
const layouts = ["1", "2", "4", "6"];
export const own = "*";
export const sides = { e: "each", o: "one", l: "left", r: "right" };
const fields = ["sets", "repetitions", "hold", "side", "perDay", "perWeek", "duration", "distance", "rest", "effort"];

export const empty = () => ({ languages: [], layout: 2, boxes: { log: true, floor: true, stop: true, pain: true, pen: false }, note: "", exercises: [] });

// write returns the fragment of a state, without #.
export function write(state) {
	const parts = ["v1", `l=${state.languages.join("+")}`, `p=${state.layout}`];
	parts.push(`b=${Object.keys(boxes).filter((b) => state.boxes[boxes[b]]).join("")}`);
	if (state.large) parts.push("z=18");
	if (state.note) parts.push(`t=${encode(state.note)}`);
	for (const x of state.exercises) {
		const values = [x.key, ...fields.map((f) => x[f] ?? "")];
		while (values.at(-1) === "") values.pop();
		parts.push(`x=${values.join(".")}`);
		if (x.title) parts.push(`k=${encode(x.title)}`);
		if (x.drawing) parts.push(`d=${x.drawing}`);
		if (x.tempo) parts.push(`r=${x.tempo.join("+")}`);
		if (x.weeks) parts.push(`g=${x.weeks.join("+")}`);
		if (x.note) parts.push(`n=${encode(x.note)}`);
	}
	return parts.join(";");
}

// Semicolons part the state, and a lone surrogate is no text.
const encode = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

// read returns the state in a fragment, and the parts that it left out. known has the
// keys of exercises and of languages, each a Set.
export function read(fragment, known) {
	const state = empty(), ignored = [];
	const [version, ...parts] = fragment.replace(/^#/, "").split(";");
	if (version !== "v1" || fragment.length > 2 * limits.fragment) return { state, ignored: fragment.replace(/^#/, "") ? [fragment.slice(0, 40)] : [] };
	let last = null; // the exercise that a note belongs to
	for (const part of parts) {
		const [, name, value] = /^([a-z])=(.*)$/s.exec(part) ?? [];
		let taken = false;
		switch (name) {
			case "l":
				state.languages = [...new Set(value.split("+"))].filter((l) => known.languages.has(l));
				taken = state.languages.length > 0;
				break;
			case "p":
				taken = layouts.includes(value);
				if (taken) state.layout = Number(value);
				break;
			case "b":
				taken = /^[lfspd]{0,5}$/.test(value);
				if (taken) for (const b in boxes) state.boxes[boxes[b]] = value.includes(b);
				break;
			case "z":
				taken = value === "18";
				if (taken) state.large = true;
				break;
			case "t":
			case "n": {
				const text = decode(value);
				const owner = name === "t" ? state : last;
				taken = text !== null && owner !== null;
				if (taken) owner.note = text;
				break;
			}
			case "k": {
				const title = decode(value);
				taken = last?.key === own && title !== null && title.length <= limits.title;
				if (taken) last.title = title;
				break;
			}
			case "g":
				taken = last !== null && /^[1-9][0-9]{0,3}(\+[1-9][0-9]{0,3}){0,11}$/.test(value);
				if (taken) last.weeks = value.split("+").map(Number);
				break;
			case "r":
				taken = last !== null && /^[0-9](\+[0-9]){2}$/.test(value);
				if (taken) last.tempo = value.split("+").map(Number);
				break;
			case "d":
				taken = last?.key === own && known.exercises.has(value);
				if (taken) last.drawing = value;
				break;
			case "x":
				last = state.exercises.length < limits.exercises ? exercise(value, known) : null;
				taken = last !== null;
				if (taken) state.exercises.push(last);
		}
		if (!taken) ignored.push(part.slice(0, 40));
	}
	return { state, ignored };
}

function exercise(value, known) {
	const [key, ...values] = value.split(".");
	if (!(key === own || known.exercises.has(key)) || values.length > fields.length) return null;
	const x = { key };
	for (const [i, text] of values.entries()) {
		const name = fields[i];
		if (text === "") continue;
		if (name === "side") {
			if (!Object.hasOwn(sides, text)) return null;
			x.side = text;
		} else {
			if (!/^[1-9][0-9]{0,3}$/.test(text) || Number(text) > limits[name]) return null;
			x[name] = Number(text);
		}
	}
	return x;
}

// What nobody sees can turn the digits of a number around, so it is left out of notes.
const unseen = /[\p{Cf}\p{Co}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/gu;

// decode returns the text of a note, or null.
function decode(value) {
	try {
		const text = decodeURIComponent(value).replace(unseen, "");
		return text.length <= limits.note ? text : null;
	} catch {
		return null;
	}
}
