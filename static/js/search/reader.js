// Finds pages, and shows them below the field. The files it reads are described in
// internal/text/search. What is typed is text, and nothing else: it becomes no pattern and no
// markup, and is cut before it takes long.
(() => {
	if (self.handbookIndex) return; // the index was lost on its way, and is asked for again
	const folder = document.currentScript.src.replace(/[^/]*$/, "");
	const site = new URL("../../", folder).href;
	const longest = 400, most = 24, shown = 8, pause = 120; // letters, words, results, milliseconds
	const reach = 10; // words of a question within which a phrase is
	const sought = 2; // how much a word says that leads to a page

	const split = (text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

	// An engine finds pages with the index of one language.
	const engine = (x) => {
		// The index

		const pairs = (list) => new Map(list.flatMap((from, i) => (i % 2 ? [] : [[from, list[i + 1]]])));
		const { words: says } = x;
		const letters = pairs(x.letters), other = pairs(x.other), endings = new Map();
		for (let i = 0; i < x.endings.length; i += 3) endings.set(x.endings[i], [...(endings.get(x.endings[i]) ?? []), x.endings.slice(i + 1, i + 3)]);
		let before = "";
		const stems = [...x.stems.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, shared, rest]) => (before = before.slice(0, shared.charCodeAt() - 65) + rest));
		const numbers = new Map(stems.map((s, n) => [s, n])), found = x.found.split("."), parts = [];
		const number = (text) => [...text].reduce((n, c) => n * 26 + (c.charCodeAt() & 31) - 1, 0);
		const phrases = (text) => (text ? text.split(",") : []).map((p) => [...p.matchAll(/=(.*?)=|[A-Z]*[a-z]/g)].map(([t, form]) => form ?? number(t)));
		const synonyms = x.synonyms.split(";").slice(0, -1).map((row) => {
			const [typed, also, target, own, none] = row.split("|"), [, part, section] = target.match(/^#([A-Z]*[a-z])(.*)/) ?? [];
			return { typed: phrases(typed), also: phrases(also), own: Number(own), none, ...(part ? { means: [], goal: { part: number(part), section } } : { means: phrases(target)[0] }) };
		});
		const [ordinary, doubt, filler] = [x.ordinary, x.doubt, x.filler].map((list) => new Set(list));
		const pages = x.pages.map(([address, title, kind, ...files], n) => {
			const first = parts.length;
			parts.push(...files.map((name) => x.files + name));
			return { address, title, kind: x.kinds[kind < 0 ? -kind - 1 : kind], low: kind < 0, terms: x.terms.includes(n), first, files };
		});
		const alarm = { page: pages[x.alarm[0]], section: x.alarm[1], level: new Map() };
		x.alarm.slice(2).forEach((list, i) => { for (const n of list) alarm.level.set(n, i + 1); });

		// Words

		const plain = (word) => [...word.normalize("NFD").replace(/\p{M}/gu, "")].map((c) => c.toLowerCase()).map((c) => letters.get(c) ?? c).join("");
		const typedWords = (text) => split(text.normalize("NFC").replace(/(n)['’](t)/gi, "$1$2")).filter((w) => [...w].length > 1);

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
		// it says: itself, or with a mistake corrected. It is plain if it or its beginning is known.
		function meant(typed) {
			const word = plain(typed.slice(0, 40));
			const stem = stemOf(word) ?? stemOf(word.replaceAll("oe", "o").replaceAll("aa", "a"));
			const sure = new Map(stem >= 0 ? [[stem, 1]] : []), slot = { typed, word, sure, said: stem >= 0 && !(ordinary.has(word) && stems[stem] !== word) ? [stem] : [], plain: true, means: [] };
			if (filler.has(word)) return { ...slot, filler: true };
			const add = (n, much) => { if (!(sure.get(n) >= much)) sure.set(n, much); };
			if (stem >= 0) for (const b of bases(stems[stem])) if (numbers.has(b)) add(numbers.get(b), 0.6);
			const all = stem >= 0 ? [stems[stem]] : bases(word).sort((a, b) => b.length - a.length);
			for (const root of all) {
				stems.forEach((s, n) => {
					const at = root.length > 2 ? s.indexOf(root) : -1;
					if (at === 0) add(n, 0.2 + (0.5 * root.length) / s.length);
					else if (at > 0 && root.length > (at + root.length === s.length ? 3 : 4)) add(n, at + root.length === s.length ? 0.6 : 0.4);
				});
				if (sure.size) return slot;
			}
			slot.plain = false;
			if (word.length < 5) return slot;
			for (const root of all) {
				if (root.length > 2) stems.forEach((s, n) => near(root, s) && add(n, 0.6));
				if (sure.size) break;
			}
			if (!ordinary.has(word)) slot.said = [...sure.keys()].filter((n) => stems[n][0] === word[0]);
			return slot;
		}

		// halves divides a word that nothing was found for in two that are there, or takes what
		// is there of its beginning. What they are alone says nothing of how urgent the whole is.
		function halves(word) {
			const half = (w) => ({ ...meant(w), word: "", said: [], plain: false, half: true });
			for (let i = word.length - 3; i > 2; i--) {
				const two = [word.slice(0, i), word.slice(i)];
				if (two.every((w) => stemOf(w) >= 0)) return two.map(half);
			}
			for (let i = word.length - 1; i > 3; i--) if (numbers.has(word.slice(0, i))) return [half(word.slice(0, i))];
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

		// isTyped reports whether a word of a question is one that a synonym is typed as.
		function isTyped(slot, t) {
			if (typeof t === "number") return slot.said.includes(t);
			if (t.endsWith("*")) return slot.word.startsWith(t.slice(0, -1)) && !ordinary.has(slot.word);
			return t[0] === "*" ? slot.word.endsWith(t.slice(1)) && !ordinary.has(slot.word) : slot.word === t;
		}

		// typedIn returns, for each way in which a synonym is typed in a question, which words it
		// is, and whether one of them is typed as the list has it.
		function typedIn(slots, { typed, also }) {
			const there = (list) => list.filter((terms) => terms.every((t) => slots.some((s) => isTyped(s, t))));
			const first = there(typed), second = first.length && also.length ? there(also) : [[]];
			return first.flatMap((a) => second.flatMap((b) => together(slots, [...a, ...b])));
		}

		// together returns the first words of a question that have all terms near each other: in a
		// long question, words far apart are no phrase.
		function together(slots, terms) {
			const is = slots.map((s) => terms.some((t) => isTyped(s, t)));
			const start = slots.findIndex((_, i) => is[i] && terms.every((t) => slots.slice(i, i + reach).some((s) => isTyped(s, t))));
			if (start < 0) return [];
			return [{ about: slots.flatMap((_, i) => (is[i] && i >= start && i < start + reach ? [i] : [])), exact: terms.some((t) => typeof t === "string") }];
		}

		// urgency returns how urgent a question is, and the stems of the sign that says so. A
		// phrase outranks words that are all in it, but makes nothing less urgent if there is doubt.
		// A short word with a mistake may be another word: it is none of a sign by itself.
		function urgency(slots, typed) {
			const claims = [], unsure = slots.some((s) => doubt.has(s.word));
			slots.forEach((s, i) => { for (const n of s.said) if (alarm.level.has(n)) claims.push({ level: alarm.level.get(n), about: [i], means: [] }); });
			for (const { about, exact, means, goal, own } of typed) {
				if (own) claims.push({ level: own, about, exact, means, goal, own });
				else for (const n of means) if (alarm.level.has(n)) claims.push({ level: alarm.level.get(n), about, exact, means });
			}
			const size = (c) => new Set(c.about).size;
			const outranks = (p, c) => p.own && (!c.own || size(p) > size(c)) && c.about.every((i) => p.about.includes(i)) && !(unsure && p.level > c.level);
			const known = claims.filter((c) => c.exact || c.about.some((i) => slots[i].plain || slots[i].said.every((n) => stems[n].length > 6)));
			const left = known.filter((c) => !known.some((p) => outranks(p, c)));
			const [first] = left.sort((a, b) => a.level - b.level || Boolean(b.own) - Boolean(a.own) || size(b) - size(a));
			return first && alarm.page && first.level <= says.levels.length ? first : { level: 0, means: [] };
		}

		// read returns the words of a question, and which synonyms are typed in it.
		function read(question) {
			let n = 0;
			const slots = typedWords(question.slice(0, longest).normalize("NFKC").replace(/\p{Cf}/gu, ""))
				.filter((w) => filler.has(plain(w)) || n++ < most).map(meant).flatMap((m) => (m.sure.size ? [m] : halves(m.word).concat(m)));
			const typed = synonyms.flatMap((s) => typedIn(slots, s).map((way) => ({ ...s, ...way })));
			for (const { about, means, goal } of typed) for (const i of about) slots[i].means.push({ means, goal });
			return { slots, typed };
		}

		// find returns the pages for a question, the best first, how urgent it is, and how many
		// words were asked for, understood, and known as they are.
		function find(question) {
			const { slots, typed } = read(question);
			const { level, means, goal: first } = urgency(slots, typed);
			const told = slots.filter((s) => s.sure.size || s.means.length), content = told.filter((s) => !s.filler), known = content.length ? content : told;
			const scores = known.map(score);
			const whole = known.reduce((sum, s) => sum + s.rare, 0);
			let list = pages.map((page) => {
				let sum = 0, covered = 0, part = page.first, best = 0, named = true;
				known.forEach((s, i) => {
					const top = Math.max(...page.files.map((_, p) => scores[i][page.first + p]));
					sum += top;
					if (top) covered += s.rare / whole;
					named &&= s.named.has(page.first);
				});
				page.files.forEach((_, p) => {
					const here = scores.reduce((a, s) => a + s[page.first + p], 0);
					if (here > best) [best, part] = [here, page.first + p];
				});
				const goal = known.flatMap((s) => s.means).find((m) => m.goal?.part === part)?.goal;
				const isAll = goal && known.every((s) => s.means.some((m) => m.goal === goal)); // it answers all that was asked
				return { page, part, named, section: goal ? goal.section : named && !page.terms ? "" : undefined, last: page.low && !named && !goal, score: sum * covered ** 2, isAll };
			}).filter((r) => r.score > 0).sort((a, b) => Boolean(b.isAll) - Boolean(a.isAll) || a.last - b.last || b.score - a.score);
			list = list.filter((r) => r.score > Math.max(...list.map((r) => r.score)) / 12);
			const help = level && pages.find((p) => (first ? first.part >= p.first && first.part < p.first + p.files.length : p === alarm.page));
			if (level) {
				const at = { page: help, part: first?.part ?? help.first, section: first?.section, signs: !first };
				list = [at, ...list.filter((r) => r.page !== help)];
			}
			const asked = slots.filter((s) => !s.filler && !s.half);
			const none = level ? undefined : typed.find((t) => t.none);
			return {
				level, means, known, list: list.slice(0, shown), help: help && href(help.address, first ? first.section : alarm.section),
				none: none && [...new Set(none.about)].map((i) => slots[i].typed).join(" "),
				understood: asked.filter((s) => (s.plain && s.sure.size) || s.means.length).length,
				exact: asked.filter((s) => (s.plain && s.said.length) || s.means.length).length,
				asked: asked.length,
			};
		}

		// score returns how much each part has of what a word means. Parts that it names are those
		// with it in their title, or in another name.
		function score(slot) {
			const of = new Float64Array(parts.length);
			let count = 0;
			slot.named = new Set();
			for (const [n, much] of slot.sure) for (const [part, weight] of placesOf(n)) {
				if (!of[part]) count++;
				if (weight > 4 && much === 1) slot.named.add(part);
				of[part] = Math.max(of[part], much * weight);
			}
			const exact = slot.said.length ? placesOf(slot.said[0]) : 0;
			slot.rare = exact.length ? exact.rare : rarity(count);
			for (let p = 0; p < of.length; p++) of[p] *= slot.rare;
			for (const { means, goal } of slot.means) {
				const other = new Float64Array(parts.length);
				if (goal) other[goal.part] = 9 * sought;
				for (const n of means) for (const [part, weight] of placesOf(n)) other[part] += (0.9 * weight * placesOf(n).rare) / means.length;
				other.forEach((v, p) => { of[p] = Math.max(of[p], v); });
				slot.rare = Math.max(slot.rare, ...means.map((n) => placesOf(n).rare));
			}
			return of;
		}

		// Sentences

		// cut divides a text in pieces, every other of which is a word, and says which stems are
		// in it. Words that say little of what was asked are not marked.
		function cut(text, slots) {
			const pieces = [], there = new Set(), most = Math.max(...slots.map((s) => s.rare));
			let end = 0;
			for (const word of split(text)) {
				const at = text.indexOf(word, end), n = stemOf(plain(word));
				there.add(n);
				const mark = slots.some((s) => s.rare * 3 > most && (s.sure.has(n) || s.means.some((m) => m.means.includes(n))));
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
			for (const m of means) if (m.means.length) best = Math.max(best, (0.9 * m.means.filter((n) => there.has(n)).length) / m.means.length);
			return best * rare;
		}

		// sentence returns the sentence of a part that says most of what was asked, with its heading
		// and the id of its section. What a heading says holds for its first sentence.
		function sentence(sections, slots) {
			let best = { score: -1, pieces: [], above: [] };
			for (const [id, heading, ...list] of sections) {
				const above = cut(heading, slots);
				for (const text of list) {
					const { pieces, there } = cut(text, slots);
					const score = slots.reduce((sum, s) => sum + Math.max(much(s, there), 1.2 * much(s, above.there)), 0);
					if (score > best.score) best = { id, heading, score, pieces, above: heading ? [...above.pieces, { text: /[?!:]$/.test(heading) ? " " : ": " }] : [] };
				}
			}
			return best;
		}

		// sign returns the sign of a level that says most of what was asked, of those that say
		// what is meant.
		async function sign(level, means, slots) {
			const all = await Promise.all(x.signs[level - 1].map(async ([part, n, from, to]) => ((await textOf(parts[part]))[n] ?? []).slice(from + 2, to + 2).join(" ")));
			const meant = all.filter((text) => { const { there } = cut(text, slots); return means.every((n) => there.has(n)); });
			return sentence([[alarm.section, "", ...(meant.length ? meant : all)]], slots);
		}

		// result returns what is shown of a page.
		async function result({ page, part, section, signs }, { level, means, known }) {
			const at = { title: page.title, kind: page.kind };
			if (signs) {
				const { pieces } = await sign(level, means, known);
				return { ...at, href: href(page.address, alarm.section), pieces };
			}
			const all = await textOf(parts[part]), there = all.filter(([id]) => id === section);
			const { id, heading, pieces, above } = sentence(there.length ? there : all, known);
			const to = href(page.address, section ?? id);
			if (page.terms && heading) return { title: heading, kind: page.title, href: to, pieces };
			return { ...at, href: to, pieces: section === undefined ? [...above, ...pieces] : pieces };
		}

		const instead = x.instead.map((n) => ({ title: pages[n].title, kind: pages[n].kind, href: href(pages[n].address), pieces: [] }));
		return { x, find, result, instead, words: (text) => typedWords(text).map(plain), stem: (word) => stems[stemOf(word)] };
	};

	// Languages

	const href = (address, id) => site + address + (site.startsWith("file:") ? "index.html" : "") + (id ? `#${id}` : "");
	const texts = new Map(), got = new Map();
	let lost = false; // a text did not load
	self.handbookText = (sections) => got.set(document.currentScript.src, sections);
	function textOf(name) {
		const address = `${folder}${name}.js`;
		if (!texts.has(address)) texts.set(address, handbookLoad(address).then(() => got.get(address) ?? [], () => { texts.delete(address); lost = true; return []; }));
		return texts.get(address);
	}

	// made are the engines: that of the page, and others once they were needed.
	const made = [], others = () => field().dataset.index.split(" ").slice(1);
	let more;
	const theOthers = () => (more ??= Promise.all(others().map(handbookLoad)).then(() => made.slice(1), () => { more = undefined; return []; }));

	// search returns what is shown for a question. Another language is asked if the page's
	// does not have most of its words.
	async function search(question) {
		let by = made[0], answer = by.find(question);
		if (!answer.level && answer.asked && 2 * answer.understood <= answer.asked && others().length) {
			for (const o of await theOthers()) {
				const there = o.find(question);
				if (there.exact * answer.asked > answer.understood * there.asked) [by, answer] = [o, there];
			}
		}
		lost = false;
		const results = await Promise.all(answer.list.map((r) => by.result(r, answer)));
		if (by !== made[0]) for (const r of results) Object.assign(r, { lang: by.x.tag, kind: [r.kind, by.x.name].filter(Boolean).join(" · ") });
		return { level: answer.level, none: answer.none, help: answer.help, results };
	}

	// The list

	const make = (name, ...inside) => { const e = document.createElement(name); e.append(...inside); return e; };
	const link = (to, ...inside) => Object.assign(make("a", ...inside), { href: to });
	const field = () => document.querySelector("[data-reader]");
	const input = () => field().querySelector("input");
	const links = () => [...field().querySelectorAll(".found a")];
	let turn = 0, waiting, styled;

	// fill shows what was found, or nothing. What is the same again is read aloud again.
	function fill(text, ...inside) {
		const box = field().querySelector(".found"), [status, list] = box.children;
		status.textContent = text && text + (status.textContent === text ? "\u00a0" : "");
		list.replaceChildren(...inside);
		box.classList.toggle("open", text !== "");
	}
	function close() {
		turn++;
		clearTimeout(waiting);
		fill("");
	}

	// item is a result in the list.
	function item({ title, kind, href: to, pieces, lang }) {
		const a = link(to, make("strong", title), " ", make("small", kind), make("span", ...pieces.map((p) => (p.mark ? make("mark", p.text) : p.text))));
		if (lang) a.lang = a.hreflang = lang;
		return make("li", a);
	}

	// help is whom to call, with the signs beside it.
	function help([alert, title, number], to, says) {
		const inside = number ? [link(`tel:${number}`, title), link(to, says.signs), make("small", says.abroad)] : [link(to, title)];
		return Object.assign(make("p", ...inside), { className: `level-${alert}` });
	}

	// show answers what stands in the field. What was found before stays until then.
	async function show() {
		clearTimeout(waiting);
		const mine = ++turn, question = input().value, { x: { tag, style, words: says }, words, instead } = made[0];
		if (!words(question).length) return fill("");
		styled ??= new Promise((done) => document.head.append(Object.assign(make("link"), { rel: "stylesheet", href: site + style, onload: done, onerror: done })));
		const [{ level, none, help: to, results }] = await Promise.all([search(question), styled]);
		if (mine !== turn) return;
		const n = results.length, urgent = level ? [help(says.levels[level - 1], to, says)] : [];
		const count = n ? (says.results[new Intl.PluralRules(tag).select(n)] ?? says.results.other).replace("{n}", n) : says.none;
		const status = [level ? `${says.levels[level - 1][1]}.` : "", none ? says.nothing.replace("{word}", () => none) : count, lost ? field().dataset.failed : ""];
		fill(status.filter(Boolean).join(" "), ...urgent, make("ul", ...(n ? results : instead).map(item)));
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
		const e = engine(x);
		if (made.push(e) > 1) return;
		self.handbookSearch = Object.assign(search, { words: e.words, stem: e.stem }); // for tests
		Object.assign(input(), { autocomplete: "off", enterKeyHint: "search" });
		listen();
		show();
	};
})();
