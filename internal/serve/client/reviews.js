// Lists who has reviewed which page, and what has changed since.
import { followVersions, make } from "./make.js";
import { reviewText } from "./panel.js";

followVersions(async () => {
	const main = document.querySelector("main");
	const answer = await fetch("/_serve/reviews.json", { cache: "no-store" });
	if (!answer.ok) {
		main.replaceChildren(make("p", { class: "failed" }, await answer.text()));
		return;
	}
	const { languages, pages } = await answer.json();
	const head = make("tr", {}, ...["page", ...languages].map((name) => make("th", { scope: "col" }, name)));
	const rows = pages.map((page) => make("tr", {},
		make("th", { scope: "row" }, page.page), ...languages.map((l) => cell(page, l))));
	main.replaceChildren(make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
});

// cell returns the state of a page in a language, with a link to the sheet for the next review.
function cell(page, language) {
	const review = page.languages[language];
	if (!review) return make("td");
	return make("td", {}, make("a", { href: `/_serve/review/${language}/${page.page}/` }, reviewText(review)));
}
