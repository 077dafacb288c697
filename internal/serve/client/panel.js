// Shows what is wrong, and what an author wants to know of the page. It stands in
// a shadow tree outside the body, where no style sheet of the site reaches it and
// no update takes it away.
import { make } from "./make.js";

const host = document.createElement("serve-panel");
const root = host.attachShadow({ mode: "open" });
const framed = window !== window.top;
let sheet;

async function place() {
	if (!sheet) {
		const text = await (await fetch("/_serve/panel.css")).text();
		sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		root.adoptedStyleSheets = [sheet];
	}
	document.documentElement.append(host);
}

// code returns a line of source with the marks of the highlighter, which escapes
// it (markdown.Highlight), and a caret below the place.
function code(place) {
	const pre = make("pre");
	pre.innerHTML = place.html;
	pre.append("\n" + " ".repeat(place.caret) + "^");
	return pre;
}

function where(place) {
	return make("a", { href: place.editor }, `${place.file}:${place.line}:${place.column}`);
}

// problem returns what is wrong at a place, and what to do.
export function problem(p) {
	const item = make("li", { class: p.severity }, where(p), " ", make("strong", {}, p.message), p.html ? code(p) : "");
	if (p.other) item.append(where(p.other), p.other.html ? code(p.other) : "");
	if (p.detail) item.append(make("pre", { class: "detail" }, p.detail));
	if (p.hint) item.append(make("p", { class: "hint" }, p.hint));
	return item;
}

function list(problems) {
	return make("ol", {}, ...problems.map(problem));
}

function count(n, noun) {
	return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

// show shows the problems: all of them if no site could be made, and otherwise
// those of this page, and how many the others have.
export async function show({ problems, stopped }, file) {
	if (framed) return;
	await place();
	const parts = [];
	const concerns = (p) => p.file === file || p.other?.file === file;
	const here = (stopped ? problems : problems.filter(concerns)).toSorted((a, b) => (b.file === file) - (a.file === file));
	const elsewhere = stopped ? [] : problems.filter((p) => !concerns(p));
	if (here.length || elsewhere.length) {
		const box = make("section", { class: stopped ? "problems stopped" : "problems", role: "status" });
		if (stopped) box.append(make("p", {}, "This is the last site that could be made."));
		box.append(here.length ? list(here) : "");
		if (elsewhere.length) box.append(make("details", {}, make("summary", {}, `${count(elsewhere.length, "problem")} on other pages`), list(elsewhere)));
		parts.push(box);
	}
	root.replaceChildren(...parts, await bar(file));
}

// reviewText says who has reviewed a page, and what has changed since.
export function reviewText(r) {
	if (r.status === "never") return "not reviewed";
	const changed = r.changed ? `, changed since: ${r.changed.join(", ")}` : "";
	if (r.status === "suspended") return `review suspended${changed}`;
	return `reviewed by ${r.reviewer} until ${r.until}${r.status === "overdue" ? ", overdue" : ""}${changed}`;
}

// bar tells what an author wants to know of the page.
async function bar(file) {
	if (!file) return "";
	const answer = await fetch(`/_serve/page?file=${encodeURIComponent(file)}`);
	if (!answer.ok) return "";
	const page = await answer.json();
	const box = make("section", { class: "bar", "aria-label": "For authors" });
	const add = (...children) => box.append(make("span", {}, ...children));
	add(make("a", { href: page.editor }, page.file.replace(/^content\//, "")));
	if (page.words) add(`${count(page.words, "word")}, ${page.formula} ${page.value} of ${page.target}`);
	for (const t of page.translations) {
		add(`${t.language}: `, t.url ? make("a", { href: t.url }, t.status) : t.status, t.sections ? ` (${t.sections.join(" ")})` : "");
	}
	add(`${count(page.citations, "work")} cited`);
	add(`${count(page.backlinks, "page")} link${page.backlinks === 1 ? "s" : ""} here`);
	add(reviewText(page.review));
	add(make("a", { href: `/_serve/review/${page.file.replace(/^content\/|\.md$/g, "")}/` }, "review sheet"));
	if (page.beside) add(make("a", { href: page.beside }, "beside the other language"));
	if (page.translations.some((t) => t.sections)) add(make("a", { href: `/_serve/compare?page=${page.key}` }, "compare and confirm"));
	add(make("a", { href: "/_serve/translations/" }, "all translations"));
	add(make("a", { href: "/_serve/reviews" }, "all reviews"));
	const print = make("button", { type: "button" }, "print");
	print.onclick = () => window.print();
	box.append(print);
	return box;
}
