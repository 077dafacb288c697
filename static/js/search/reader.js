// Finds pages, and shows them below the field. The files it reads are described in
// internal/search. What is typed is text, and nothing else: it becomes no pattern and no
// markup, and is cut before it takes long.
(() => {
	if (self.handbookSearch) return;
	const folder = document.currentScript.src.replace(/[^/]*$/, "");
	const site = new URL("../../", folder).href;
	const longest = 200, most = 12, shown = 8, pause = 120; // letters, words, results, milliseconds

	let tag, says, pages, stems, numbers, found, parts, letters, endings, synonyms, alarm, instead;

	// Words

	const plain = (word) => [...word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")].map((c) => letters.get(c) ?? c).join("");
	const split = (text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	const wordsOf = (text) => split(text.normalize("NFC")).filter((w) => [...w].length > 1).map(plain);

	// bases are what a word can come from, the one with the longest ending first.
	function bases(word) {
		const list = [];
		for (let i = 1; i <= word.length; i++) for (const to of endings.get(word.slice(i)) ?? []) list.push(word.slice(0, i) + to);
		return list;
	}
	const stemOf = (word) => numbers.get(bases(word).find((b) => numbers.has(b)));

	// near reports whether two words differ by one letter that is missing, there too much,
	// another, or in the place of the next.
	function near(a, b) {
		if (Math.abs(a.length - b.length) > 1) return false;
		let i = 0;
		while (i < a.length && a[i] === b[i]) i++;
		const same = (x, y) => a.slice(i + x) === b.slice(i + y);
		return same(1, 1) || same(1, 0) || same(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && same(2, 2));
	}

	// meant returns the stems that a word can mean, with how sure that is, and those that
	// it says: itself, or with a mistake mended.
	function meant(word) {
		const stem = stemOf(word) ?? stemOf(word.replaceAll("oe", "o").replaceAll("aa", "a"));
		const sure = new Map(stem >= 0 ? [[stem, 1]] : []);
		let said = [...sure.keys()];
		const add = (n, much) => { if (!(sure.get(n) >= much)) sure.set(n, much); };
		const all = stem >= 0 ? [stems[stem]] : bases(word).sort((a, b) => b.length - a.length);
		for (const root of all) {
			stems.forEach((s, n) => {
				const at = root.length > 2 ? s.indexOf(root) : -1;
				if (at === 0) add(n, 0.2 + (0.5 * root.length) / s.length);
				else if (at > 0 && root.length > 3) add(n, at + root.length === s.length ? 0.6 : 0.4);
			});
			if (sure.size) return { word, sure, said };
		}
		if (word.length < 5) return { word, sure, said };
		for (const root of all) {
			if (root.length > 2) stems.forEach((s, n) => near(root, s) && add(n, 0.6));
			if (sure.size) break;
		}
		return { word, sure, said: [...sure.keys()] };
	}

	// halves divides a word that nothing was found for in two that are there.
	function halves(word) {
		for (let i = word.length - 3; i > 2; i--) {
			const two = [word.slice(0, i), word.slice(i)];
			if (two.every((w) => stemOf(w) >= 0)) return two.map(meant);
		}
		return [];
	}

	// Where words are

	// placesOf returns [part, weight] for each part that has a stem.
	function placesOf(n) {
		if (typeof found[n] === "string") {
			let part = 0, weight = 1, gap = 0;
			const list = [];
			for (const c of found[n]) {
				if (c >= "a") {
					part += gap * 26 + c.charCodeAt() - 97;
					list.push([part++, weight]);
					weight = 1;
					gap = 0;
				} else if (c >= "A") gap = gap * 26 + c.charCodeAt() - 65;
				else if (c > "!") weight = Number(c);
			}
			list.rare = Math.log(1 + parts.length / (found[n][0] === "!" ? parts.length : Math.max(1, list.length)));
			found[n] = list;
		}
		return found[n];
	}

	// find returns the pages for a question, the best first, and how urgent it is.
	function find(question) {
		const slots = wordsOf(question.slice(0, longest)).slice(0, most).map((w) => w.slice(0, 40))
			.map(meant).flatMap((m) => (m.sure.size ? [m] : halves(m.word).concat(m)));
		let level = 0;
		const warn = (l) => { if (l) level = level ? Math.min(level, l) : l; };
		const said = new Set(slots.flatMap((s) => s.said));
		for (const s of slots) {
			s.means = [];
			for (const n of s.said) warn(alarm.level.get(n));
			for (const [n, l] of alarm.level) if (stems[n].length > 3 && s.word.startsWith(stems[n])) warn(l);
		}
		for (const [typed, means, l] of synonyms) {
			if (!typed.every((n) => said.has(n))) continue;
			warn(l);
			for (const n of means) warn(alarm.level.get(n));
			for (const s of slots) if (s.said.some((n) => typed.includes(n))) s.means.push(means);
		}
		const known = slots.filter((s) => s.sure.size);
		const scores = known.map(score);
		const whole = known.reduce((sum, s) => sum + s.rare, 0);
		let list = pages.map((page) => {
			let sum = 0, covered = 0, part = page.first, best = 0;
			known.forEach((s, i) => {
				const top = Math.max(...page.files.map((_, p) => scores[i][page.first + p]));
				sum += top;
				if (top) covered += s.rare;
			});
			page.files.forEach((_, p) => {
				const here = scores.reduce((a, s) => a + s[page.first + p], 0);
				if (here > best) [best, part] = [here, page.first + p];
			});
			return { page, part, score: (sum * covered) / whole * (page.low ? 0.4 : 1) };
		}).filter((r) => r.score > 0).sort((a, b) => b.score - a.score);
		list = list.filter((r) => r.score > list[0].score / 5);
		if (level) {
			const flags = list.find((r) => r.page === alarm.page) ?? { page: alarm.page, part: alarm.page.first };
			list = [flags, ...list.filter((r) => r !== flags)];
		}
		return { level, known, list: list.slice(0, shown) };
	}

	// score returns how much each part has of what a word means.
	function score(slot) {
		const of = new Float64Array(parts.length);
		let count = 0;
		for (const [n, much] of slot.sure) for (const [part, weight] of placesOf(n)) {
			if (!of[part]) count++;
			of[part] = Math.max(of[part], much * weight);
		}
		const exact = slot.said.length ? placesOf(slot.said[0]) : 0;
		slot.rare = exact.length ? exact.rare : Math.log(1 + parts.length / Math.max(1, count));
		for (let p = 0; p < of.length; p++) of[p] *= slot.rare;
		for (const means of slot.means) {
			const other = new Float64Array(parts.length);
			for (const n of means) for (const [part, weight] of placesOf(n)) other[part] += (0.9 * weight * placesOf(n).rare) / means.length;
			other.forEach((v, p) => { of[p] = Math.max(of[p], v); });
			slot.rare = Math.max(slot.rare, ...means.map((n) => placesOf(n).rare));
		}
		return of;
	}

	// Sentences

	const texts = new Map(), got = new Map();
	self.handbookText = (sections) => got.set(document.currentScript.src, sections);
	function textOf(part) {
		const address = `${folder}${parts[part]}.js`;
		if (!texts.has(address)) texts.set(address, handbookLoad(address).then(() => got.get(address), () => { texts.delete(address); return []; }));
		return texts.get(address);
	}

	// cut divides a text in pieces, every other of which is a word, and says how sure it is
	// that each word is what a slot means.
	function cut(text, slots) {
		const hits = slots.map(() => 0), pieces = [];
		let end = 0;
		for (const word of split(text)) {
			const at = text.indexOf(word, end), n = stemOf(plain(word));
			let mark = false;
			slots.forEach((s, i) => {
				const much = Math.max(s.sure.get(n) ?? 0, s.means.some((m) => m.includes(n)) ? 0.9 : 0);
				hits[i] = Math.max(hits[i], much * s.rare);
				mark ||= much > 0;
			});
			pieces.push({ text: text.slice(end, at) }, { text: word, mark });
			end = at + word.length;
		}
		pieces.push({ text: text.slice(end) });
		return { pieces, hits };
	}

	// sentence returns the sentence of a part that says most of what was asked, and the id
	// of its section. What a heading says holds for the first sentence below it.
	function sentence(sections, slots) {
		let best = { id: "", score: -1, pieces: [] };
		for (const [id, heading, ...list] of sections) {
			const above = cut(heading, slots).hits;
			for (const text of list) {
				const { pieces, hits } = cut(text, slots);
				const score = hits.reduce((sum, h, i) => sum + Math.max(h, above[i] * 0.9), 0);
				if (score > best.score) best = { id, score, pieces };
			}
		}
		return best;
	}

	const href = (page, id) => site + page.address + (site.startsWith("file:") ? "index.html" : "") + (id ? `#${id}` : "");

	// handbookSearch returns what is shown for a question.
	self.handbookSearch = async (question) => {
		const { level, known, list } = find(question);
		const results = await Promise.all(list.map(async ({ page, part }) => {
			const { id, pieces } = sentence(await textOf(part), known);
			return { title: page.title, kind: page.kind, href: href(page, id), pieces };
		}));
		return { level, results };
	};

	// The list

	const make = (name, set, ...inside) => { const e = Object.assign(document.createElement(name), set); e.append(...inside.filter((x) => x !== "")); return e; };
	const field = () => document.querySelector("[data-reader]");
	const input = () => field().querySelector("input");
	const list = () => field().querySelector(".found") ?? field().appendChild(make("div", { className: "found", hidden: true }, make("p", { role: "status" }), make("div")));
	const open = (yes) => { list().hidden = !yes; };
	let turn = 0, waiting;

	async function show() {
		clearTimeout(waiting);
		const mine = ++turn, question = input().value;
		if (!wordsOf(question).length) return open(false);
		const { level, results } = await handbookSearch(question);
		if (mine !== turn) return;
		const [status, body] = list().children, n = results.length;
		const forms = says.results;
		status.textContent = n ? (forms[new Intl.PluralRules(tag).select(n)] ?? forms.other).replace("{n}", n) : says.none;
		body.replaceChildren(
			level ? make("p", { className: "urgent" }, make("a", { href: href(alarm.page) }, level === 1 ? says.urgent : says.soon)) : "",
			n ? make("ul", {}, ...results.map((r) => make("li", {}, make("a", { href: r.href }, make("strong", {}, r.title), " ", r.kind && make("small", {}, r.kind),
				make("span", {}, ...r.pieces.map((p) => (p.mark ? make("mark", {}, p.text) : p.text)))))))
				: make("ul", {}, ...instead.map((p) => make("li", {}, make("a", { href: href(p) }, make("strong", {}, p.title))))));
		open(true);
	}

	addEventListener("input", ({ target }) => {
		if (target !== input()) return;
		clearTimeout(waiting);
		waiting = setTimeout(show, pause);
	});

	addEventListener("keydown", async (event) => {
		if (!field().contains(event.target)) return;
		const links = list().hidden ? [] : [...list().querySelectorAll("a")];
		const at = links.indexOf(document.activeElement);
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step && links.length) {
			event.preventDefault();
			(links[at + step] ?? (at + step < 0 ? input() : links[at])).focus();
		} else if (event.key === "Escape" && !list().hidden) {
			event.preventDefault();
			input().focus();
			open(false);
		} else if (event.key === "Enter" && event.target === input()) {
			event.preventDefault();
			await show();
			list().querySelector("a")?.focus();
		}
	});

	// Whoever goes on with something else has no list in the way.
	const leave = (to) => { if (to && !field().contains(to)) open(false); };
	addEventListener("pointerdown", ({ target }) => leave(target));
	addEventListener("focusout", ({ target, relatedTarget }) => { if (field().contains(target)) leave(relatedTarget); });
	addEventListener("focusin", ({ target }) => { if (target === input() && list().querySelector("a")) open(true); });

	self.handbookIndex = (x) => {
		({ tag, words: says } = x);
		letters = new Map();
		for (let i = 0; i < x.letters.length; i += 2) letters.set(x.letters[i], x.letters[i + 1]);
		endings = new Map();
		for (let i = 0; i < x.endings.length; i += 2) endings.set(x.endings[i], [...(endings.get(x.endings[i]) ?? []), x.endings[i + 1]]);
		let before = "";
		stems = [...x.stems.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, shared, rest]) => (before = before.slice(0, shared.charCodeAt() - 65) + rest));
		numbers = new Map(stems.map((s, n) => [s, n]));
		found = x.found.split(".");
		parts = [];
		pages = x.pages.map(([address, title, kind, ...files]) => {
			const first = parts.length;
			parts.push(...files);
			return { address, title, kind: x.kinds[kind < 0 ? -kind - 1 : kind], low: kind < 0, first, files };
		});
		synonyms = x.synonyms;
		instead = x.instead.map((n) => pages[n]);
		alarm = { level: new Map() };
		if (x.alarm.length) {
			alarm.page = pages[x.alarm[0]];
			for (const level of [2, 1]) for (const n of x.alarm[level]) alarm.level.set(n, level);
		}
		show();
	};
})();
