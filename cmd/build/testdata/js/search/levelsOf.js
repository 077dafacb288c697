// How urgent each word is by itself.
async function levelsOf(words) {
	const levels = [];
	for (const word of words) {
		levels.push((await handbookSearch(word)).level);
	}
	return levels;
}
