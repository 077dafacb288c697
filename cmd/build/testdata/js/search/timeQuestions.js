// How many milliseconds it takes to answer a question so many times.
async function timeQuestions(question, times) {
	const start = performance.now();
	for (let i = 0; i < times; i++) {
		await handbookSearch(question);
	}
	return performance.now() - start;
}
