// What the reader asks this device to keep; a browser may forbid it, and then nothing is
// kept. No address has the line of the clinic: somebody else's sheet cannot speak for one.

const names = { last: "handout", clinic: "handout-clinic", sheets: "handout-sheets" };

// recall returns what is kept under a name, or null.
export function recall(name) {
	try { return localStorage.getItem(names[name]); } catch { return null; }
}

// keep keeps a text, or with null nothing more, and reports whether it could.
export function keep(name, text) {
	try {
		if (text === null) localStorage.removeItem(names[name]);
		else localStorage.setItem(names[name], text);
		return true;
	} catch {
		return text === null;
	}
}

// sheets returns the fragments of the sheets that are kept, by the names they were given.
export function sheets() {
	try {
		return new Map(JSON.parse(recall("sheets") ?? "[]").filter((e) => e.length === 2 && e.every((t) => typeof t === "string")));
	} catch {
		return new Map();
	}
}

// keepSheets keeps sheets, and reports whether it could.
export const keepSheets = (all) => keep("sheets", all.size ? JSON.stringify([...all].sort(([a], [b]) => a.localeCompare(b))) : null);
