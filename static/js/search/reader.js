// Finds pages, and shows them below the field. The files it reads are described in
// internal/text/search. What is typed is text, and nothing else: it becomes no pattern and no
// markup, and is cut before it takes long.
(() => {
	if (self.handbookIndex) return; // the index was lost on its way, and is asked for again
	const folder = document.currentScript.src.replace(/[^/]*$/, "");
	const site = new URL("../../", folder).href;
	const longest = 200, most = 12, shown = 8, pause = 120; // letters, words, results, milliseconds

	let tag, style, says, pages, stems, numbers, found, parts, letters, endings, other, synonyms, alarm, doubt, instead;

	// Words

	const plain = (word) => [...word.normalize("NFD").replace(/\p{M}/gu, "")].map((c) => c.toLowerCase()).map((c) => letters.get(c) ?? c).join("");
	const split = (text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	const wordsOf = (text) => split(text.normalize("NFC")).filter((w) => [...w].length > 1).map(plain);

	// bases are what a word can come from: itself, then without the longest ending, and so on.
	function bases(word) {
		const list = [word];
		for (let i = 1; i <= word.length; i++) for (const [to, left] of endings.get(word.slice(i)) ?? []) if (i >= left) list.push(word.slice(0, i) + to);
		return list;
	}
	const stemOf = (word) => {
		if (!other.has(word)) other.set(word, bases(word).find((b) => numbers.has(b)));
		return numbers.get(other.get(word));
	};

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
		if (stem >= 0) for (const b of bases(stems[stem])) if (numbers.has(b)) add(numbers.get(b), 0.6);
		const all = stem >= 0 ? [stems[stem]] : bases(word).sort((a, b) => b.length - a.length);
		for (const root of all) {
			stems.forEach((s, n) => {
				const at = root.length > 2 ? s.indexOf(root) : -1;
				if (at === 0) add(n, 0.2 + (0.5 * root.length) / s.length);
				else if (at > 0 && root.length > (at + root.length === s.length ? 3 : 4)) add(n, at + root.length === s.length ? 0.6 : 0.4);
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

	// halves divides a word that nothing was found for in two that are there, or takes what
	// is there of its beginning.
	function halves(word) {
		for (let i = word.length - 3; i > 2; i--) {
			const two = [word.slice(0, i), word.slice(i)];
			if (two.every((w) => stemOf(w) >= 0)) return two.map(meant);
		}
		for (let i = word.length - 1; i > 3; i--) if (numbers.has(word.slice(0, i))) return [meant(word.slice(0, i))];
		return [];
	}

	// Where words are

	// rarity is how much a word says that is in so many parts.
	const rarity = (count) => Math.log(parts.length / Math.max(1, count) + 0.2);

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
			list.rare = rarity(found[n][0] === "!" ? parts.length : list.length);
			found[n] = list;
		}
		return found[n];
	}

	// typedIn returns which words of a question are what a synonym is typed as, or nothing if
	// one is missing.
	function typedIn(slots, typed) {
		const of = typed.map((t) => slots.flatMap((s, i) => (t === s.word || s.said.includes(t) ? [i] : [])));
		return of.every((list) => list.length) ? of.flat() : undefined;
	}

	// urgency returns how urgent a question is, and the stems of the sign that says so. A
	// phrase outranks words that are all in it, but makes nothing less urgent if there is doubt.
	function urgency(slots) {
		const claims = [], unsure = slots.some((s) => doubt.has(s.word));
		slots.forEach((s, i) => {
			for (const [n, level] of alarm.level) if (s.said.includes(n) || (stems[n].length > 3 && s.word.startsWith(stems[n]))) claims.push({ level, about: [i], means: [] });
		});
		for (const [typed, means, own] of synonyms) {
			const about = typedIn(slots, typed);
			if (about && own) claims.push({ level: own, about, means, own });
			else if (about) for (const n of means) if (alarm.level.has(n)) claims.push({ level: alarm.level.get(n), about, means });
		}
		const size = (c) => new Set(c.about).size;
		const outranks = (p, c) => p.own && (!c.own || size(p) > size(c)) && c.about.every((i) => p.about.includes(i)) && !(unsure && p.level > c.level);
		const left = claims.filter((c) => !claims.some((p) => outranks(p, c)));
		const [first] = left.sort((a, b) => a.level - b.level || Boolean(b.own) - Boolean(a.own) || size(b) - size(a));
		return first && alarm.page && first.level <= says.levels.length ? first : { level: 0, means: [] };
	}

	// find returns the pages for a question, the best first, and how urgent it is.
	function find(question) {
		const slots = wordsOf(question.slice(0, longest).normalize("NFKC").replace(/\p{Cf}/gu, "")).slice(0, most).map((w) => w.slice(0, 40))
			.map(meant).flatMap((m) => (m.sure.size ? [m] : halves(m.word).concat(m)));
		for (const s of slots) s.means = [];
		for (const [typed, means] of synonyms) for (const i of typedIn(slots, typed) ?? []) slots[i].means.push(means);
		const { level, means } = urgency(slots);
		const known = slots.filter((s) => s.sure.size);
		const scores = known.map(score);
		const whole = known.reduce((sum, s) => sum + s.rare, 0);
		let list = pages.map((page) => {
			let sum = 0, covered = 0, part = page.first, best = 0;
			known.forEach((s, i) => {
				const top = Math.max(...page.files.map((_, p) => scores[i][page.first + p]));
				sum += top;
				if (top) covered += s.rare / whole;
			});
			page.files.forEach((_, p) => {
				const here = scores.reduce((a, s) => a + s[page.first + p], 0);
				if (here > best) [best, part] = [here, page.first + p];
			});
			return { page, part, score: sum * covered ** 2 * (page.low ? 0.4 : 1) };
		}).filter((r) => r.score > 0).sort((a, b) => b.score - a.score);
		list = list.filter((r) => r.score > list[0].score / 12);
		if (level) {
			const flags = list.find((r) => r.page === alarm.page) ?? { page: alarm.page, part: alarm.page.first };
			list = [flags, ...list.filter((r) => r !== flags)];
		}
		return { level, means, known, list: list.slice(0, shown) };
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
		slot.rare = exact.length ? exact.rare : rarity(count);
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

	// cut divides a text in pieces, every other of which is a word, and says which stems are
	// in it. Words that say little of what was asked are not marked.
	function cut(text, slots) {
		const pieces = [], there = new Set(), most = Math.max(...slots.map((s) => s.rare));
		let end = 0;
		for (const word of split(text)) {
			const at = text.indexOf(word, end), n = stemOf(plain(word));
			there.add(n);
			const mark = slots.some((s) => s.rare * 3 > most && (s.sure.has(n) || s.means.some((m) => m.includes(n))));
			pieces.push({ text: text.slice(end, at) }, { text: word, mark });
			end = at + word.length;
		}
		pieces.push({ text: text.slice(end) });
		return { pieces, there };
	}

	// much returns how much of what a word means is in a text.
	function much({ sure, means, rare }, there) {
		let best = 0;
		for (const n of there) best = Math.max(best, sure.get(n) ?? 0);
		for (const m of means) best = Math.max(best, (0.9 * m.filter((n) => there.has(n)).length) / m.length);
		return best * rare;
	}

	// sentence returns the sentence of a part that says most of what was asked, below its
	// heading, and the id of its section. What a heading says holds for its first sentence.
	function sentence(sections, slots) {
		let best = { score: -1, pieces: [] };
		for (const [id, heading, ...list] of sections) {
			const above = cut(heading, slots);
			for (const text of list) {
				const { pieces, there } = cut(text, slots);
				const score = slots.reduce((sum, s) => sum + Math.max(much(s, there), 1.2 * much(s, above.there)), 0);
				if (score > best.score) best = { id, score, pieces: heading ? [...above.pieces, { text: /[?!:]$/.test(heading) ? " " : ": " }, ...pieces] : pieces };
			}
		}
		return best;
	}

	// sign returns the sign of a level that says most of what was asked, of those that say
	// what is meant.
	function sign(level, means, slots) {
		const all = alarm.signs[level - 1];
		const meant = all.filter((text) => { const { there } = cut(text, slots); return means.every((n) => there.has(n)); });
		return sentence([[alarm.section, "", ...(meant.length ? meant : all)]], slots);
	}

	const href = (page, id) => site + page.address + (site.startsWith("file:") ? "index.html" : "") + (id ? `#${id}` : "");

	// search returns what is shown for a question.
	async function search(question) {
		const { level, means, known, list } = find(question);
		const results = await Promise.all(list.map(async ({ page, part }) => {
			const { id, pieces } = level && page === alarm.page ? sign(level, means, known) : sentence(await textOf(part), known);
			return { title: page.title, kind: page.kind, href: href(page, id), pieces };
		}));
		return { level, results };
	}

	// The list

	const make = (name, ...inside) => { const e = document.createElement(name); e.append(...inside); return e; };
	const link = (to, ...inside) => Object.assign(make("a", ...inside), { href: to });
	const field = () => document.querySelector("[data-reader]");
	const input = () => field().querySelector("input");
	const links = () => [...field().querySelectorAll(".found a")];
	let turn = 0, waiting, styled;

	// box is where the results are. Its status is read aloud, so it is there before them.
	function box() {
		const there = field().querySelector(".found");
		if (there) return there;
		const status = make("p"), made = make("div", status, make("div"));
		status.setAttribute("role", "status");
		made.className = "found";
		field().append(made);
		Object.assign(input(), { autocomplete: "off", enterKeyHint: "search" });
		return made;
	}

	// fill shows what was found, or nothing.
	function fill(text, ...inside) {
		const [status, list] = box().children;
		status.textContent = text;
		list.replaceChildren(...inside);
		box().classList.toggle("open", text !== "");
	}
	function close() {
		turn++;
		clearTimeout(waiting);
		fill("");
	}

	// show answers what stands in the field. What was found before stays until then.
	async function show() {
		clearTimeout(waiting);
		const mine = ++turn, question = input().value;
		if (!wordsOf(question).length) return fill("");
		styled ??= new Promise((done) => document.head.append(Object.assign(make("link"), { rel: "stylesheet", href: site + style, onload: done, onerror: done })));
		const [{ level, results }] = await Promise.all([search(question), styled]);
		if (mine !== turn) return;
		const n = results.length, forms = says.results;
		const list = make("ul", ...(n ? results : instead.map((p) => ({ title: p.title, kind: p.kind, href: href(p), pieces: [] }))).map((r) =>
			make("li", link(r.href, make("strong", r.title), " ", make("small", r.kind), make("span", ...r.pieces.map((p) => (p.mark ? make("mark", p.text) : p.text)))))));
		const [alert, title] = says.levels[level - 1] ?? [];
		const urgent = level ? [Object.assign(make("p", link(href(alarm.page, alarm.section), title)), { className: `level-${alert}` })] : [];
		const warning = level ? `${title}. ` : ""; // read aloud first
		fill(warning + (n ? (forms[new Intl.PluralRules(tag).select(n)] ?? forms.other).replace("{n}", n) : says.none), ...urgent, list);
	}

	function listen() {
		addEventListener("input", ({ target }) => {
			if (target !== input()) return;
			clearTimeout(waiting);
			waiting = setTimeout(show, pause);
		});

		addEventListener("keydown", async (event) => {
			const { key, target } = event, step = { ArrowDown: 1, ArrowUp: -1 }[key];
			if (!field().contains(target)) return;
			const all = links(), at = all.indexOf(target);
			if (step && all.length) {
				event.preventDefault();
				(all[at + step] ?? (step < 0 ? input() : target)).focus();
			} else if (key === "Escape" && all.length) {
				event.preventDefault();
				input().focus();
				close();
			} else if (key === "Enter" && target === input() && !event.isComposing) {
				event.preventDefault();
				await show();
				links()[0]?.focus();
			}
		});

		// Whoever goes on with something else has no list in the way.
		const leave = (to) => { if (to && !field().contains(to)) close(); };
		addEventListener("pointerdown", ({ target }) => leave(target));
		addEventListener("focusout", ({ target, relatedTarget }) => { if (field().contains(target)) leave(relatedTarget); });
		addEventListener("focusin", ({ target, relatedTarget }) => { if (target === input() && !field().contains(relatedTarget)) show(); });
	}

	self.handbookIndex = (x) => {
		({ tag, style, words: says } = x);
		letters = new Map();
		for (let i = 0; i < x.letters.length; i += 2) letters.set(x.letters[i], x.letters[i + 1]);
		other = new Map();
		for (let i = 0; i < x.other.length; i += 2) other.set(x.other[i], x.other[i + 1]);
		endings = new Map();
		for (let i = 0; i < x.endings.length; i += 3) endings.set(x.endings[i], [...(endings.get(x.endings[i]) ?? []), x.endings.slice(i + 1, i + 3)]);
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
		doubt = new Set(x.doubt);
		alarm = { level: new Map(), signs: x.signs };
		if (x.alarm.length) {
			alarm.page = pages[x.alarm[0]];
			alarm.section = x.alarm[1];
			x.alarm.slice(2).forEach((list, i) => { for (const n of list) alarm.level.set(n, i + 1); });
		}
		self.handbookSearch = Object.assign(search, { words: wordsOf, stem: (word) => stems[stemOf(word)] }); // for tests
		listen();
		show();
	};
})();
