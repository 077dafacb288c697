// What search answers to questions.
async function answers(questions) {
	const result = ({ title, kind, href, pieces }) => ({
		title,
		kind,
		href,
		text: pieces.map((piece) => piece.text).join(""),
		marked: pieces.filter((piece) => piece.mark).map((piece) => piece.text).join(" "),
	});
	const all = [];
	for (const question of questions) {
		const { level, results } = await handbookSearch(question);
		all.push({ level, results: results.map(result) });
	}
	return all;
}
