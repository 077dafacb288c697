// The sentence of a dosage, as internal/site/dosage.go makes it: a test compares the two
// for all exercises.
import { sides } from "./state.js";

const counted = ["sets", "repetitions", "hold", "duration", "distance", "perDay", "perWeek"];

const said = ["tempo", "rest", "effort"]; // what the handbook says nothing of

// unit is what of an exercise grows from week to week.
export const unit = (own) => ["repetitions", "duration", "distance", "hold"].find((name) => own[name]) ?? "repetitions";

// most returns the most that the handbook says of anything, in any exercise.
export const most = (exercises) => Object.fromEntries(counted.map((name) => [name, Math.max(0, ...exercises.map((x) => x.dose[name]?.[1] ?? 0))]));

// beyond reports whether a sheet asks for more of something than the handbook does: than
// for this exercise or, where that says nothing, than for any. An exercise that is counted,
// without sets, is done once, and an open range has no end. A week has seven days.
export function beyond(own, x, most) {
	const all = { ...x };
	if (x.weeks) all[unit(own)] = Math.max(...x.weeks);
	const limit = (name) => {
		if (own[name]) return own[name][2] ? Infinity : own[name][1];
		if (name === "perWeek") return 7;
		return name === "sets" && own.repetitions ? 1 : most[name];
	};
	return counted.some((name) => all[name] > limit(name)) || x.side === "e" && !own.side;
}

// dosed returns the handbook's dosage of an exercise with what a sheet says instead.
// A range is [min, max] or [min, max, true] for min and more.
export function dosed(own, x) {
	const dose = { ...own };
	for (const name of counted) {
		if (!x[name]) continue;
		dose[name] = [x[name], x[name]];
		delete dose.goal; // what is agreed is no longer a goal
	}
	if (x.weeks) dose[unit(own)] = [Math.min(...x.weeks), Math.max(...x.weeks)];
	for (const name of said) if (x[name]) dose[name] = x[name];
	if (x.side) {
		dose.side = x.side === "e";
		dose.only = x.side !== "e" && sides[x.side];
	}
	return dose;
}

// weekly writes how much to do from week to week.
export function weekly(own, weeks, { tag, words, counts }) {
	const forms = counts[unit(own)], last = weeks.at(-1);
	const phrase = (forms[new Intl.PluralRules(tag).select(last)] ?? forms.other).replace("{n}", weeks.join(", "));
	return `${words["handout-week"]} 1–\u2060${weeks.length}: ${phrase}`;
}

// range writes a number of the handbook's as what is in a field until somebody types.
export const range = (own) => (own ? (own[2] ? `${own[0]}+` : [...new Set(own.slice(0, 2))].join("–")) : "");

// sentence writes a dosage out in a language: { tag, words, counts }.
export function sentence(dose, { tag, words, counts }) {
	const plural = new Intl.PluralRules(tag);
	const count = (name, [min, max, open]) => {
		const forms = counts[name];
		const phrase = (forms[plural.select(max)] ?? forms.other).replaceAll("{n}", min === max ? `${max}` : `${min}–${max}`);
		return open ? `${words["at-least"]} ${phrase}` : phrase;
	};
	const parts = [];
	const add = (name, range) => range && parts.push(count(name, range));
	add("sets", dose.sets);
	if (dose.repetitions) {
		const repetitions = count("repetitions", dose.repetitions);
		parts.splice(0, 1, parts.length ? `${parts[0]} ${words["sets-of"]} ${repetitions}` : repetitions);
	}
	add("duration", dose.duration);
	add("distance", dose.distance);
	const at = dose.repetitions || dose.sets ? 0 : parts.length - 1;
	add("hold", dose.hold);
	if (dose.side && parts.length) parts[Math.max(0, at)] += ` ${words["per-side"]}`;
	if (dose.only) parts.splice(at + 1, 0, words[`composer-side-${dose.only}`].toLocaleLowerCase(tag));
	add("per-day", dose.perDay);
	add("per-week", dose.perWeek);
	for (const name of said) if (dose[name]) parts.push(words[`composer-dose-${name}`].replace("{n}", [dose[name]].flat().join("–")));
	const text = (dose.goal ? `${words.goal}: ` : "") + parts.join(", ");
	return (text.charAt(0).toLocaleUpperCase(tag) + text.slice(1)).replaceAll("–", "–\u2060");
}
