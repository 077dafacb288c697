// What search answers to questions.
async function answers(questions) {
	const result = ({ title, kind, href, pieces, lang = "" }) => ({
		title,
		kind,
		href,
		lang,
		text: pieces.map((piece) => piece.text).join(""),
		marked: pieces.filter((piece) => piece.mark).map((piece) => piece.text).join(" "),
	});
	const all = [];
	for (const question of questions) {
		const { level, none = "", results } = await handbookSearch(question);
		all.push({ level, none, results: results.map(result) });
	}
	return all;
}
