// The first of many random sheets that is another after it has been written to a fragment
// and read again, or "".
async function brokenRoundTrip(stateModule, dataModule) {
	const { read, write, limits } = await import(stateModule);
	const { default: data } = await import(dataModule);
	const keys = data.exercises.map((exercise) => exercise.key);
	const known = { exercises: new Set(keys), languages: new Set(["nb", "en"]) };
	const numbers = ["sets", "repetitions", "hold", "perDay", "perWeek", "duration", "distance", "rest", "effort"];
	const letters = [..."a;=%#&+å😀< \n"];

	let seed = 7;
	const random = (n) => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return seed % n;
	};
	const pick = (list) => list[random(list.length)];
	const numbersUpTo = (most, n) => Array.from({ length: n }, () => random(most + 1));
	const text = () => Array.from({ length: random(12) }, () => pick(letters)).join("");
	const exercise = () => {
		const made = { key: pick(keys), ...pick([{}, { key: "*", title: "å;=" }, { key: "*", drawing: pick(keys) }]) };
		for (const name of numbers) {
			if (random(2)) {
				made[name] = 1 + random(limits[name]);
			}
		}
		if (random(2)) {
			made.side = pick("eolr");
		}
		if (random(2)) {
			made.tempo = numbersUpTo(limits.tempo, 3);
			made.weeks = numbersUpTo(9998, 1 + random(limits.weeks)).map((n) => n + 1);
		}
		const note = text();
		if (note) {
			made.note = note;
		}
		return made;
	};
	const sheet = () => ({
		...pick([{}, { large: true }]),
		languages: pick([["nb"], ["en"], ["nb", "en"], ["en", "nb"]]),
		layout: pick([1, 2, 4, 6]),
		boxes: { log: !random(2), floor: !random(2), stop: !random(2), pain: !random(2), pen: !random(2) },
		note: text(),
		exercises: Array.from({ length: random(limits.exercises + 1) }, exercise),
	});
	const isObject = (value) => value && value.constructor === Object;
	const sorted = (value) => Object.fromEntries(Object.entries(value).sort());
	const sortKeys = (_, value) => (isObject(value) ? sorted(value) : value);
	const canonical = (value) => JSON.stringify(value, sortKeys);

	for (let i = 0; i < 100000; i++) {
		const state = sheet();
		const { state: back, ignored } = read(`#${write(state)}`, known);
		if (ignored.length > 0 || canonical(back) !== canonical(state)) {
			return `${canonical(state)} became ${canonical(back)} without ${ignored}`;
		}
	}
	return "";
}
