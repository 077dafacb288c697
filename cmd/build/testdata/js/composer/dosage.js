// The sentence of an exercise's dosage in English, as the handbook has it.
async function dosage(dataModule, key) {
	const { default: data } = await import(dataModule);
	const { text } = data.exercises.find((exercise) => exercise.key === key);
	return text.en.dosage.replaceAll("\u2060", "");
}
