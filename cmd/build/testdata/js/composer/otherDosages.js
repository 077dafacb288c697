// The sentences of dosages that are not those of the handbook though nothing is changed.
async function otherDosages(doseModule, dataModule) {
	const { sentence, dosed } = await import(doseModule);
	const { default: data } = await import(dataModule);
	const found = [];
	for (const exercise of data.exercises) {
		for (const language of data.languages) {
			const got = sentence(dosed(exercise.dose, {}), language);
			if (got !== exercise.text[language.tag].dosage) {
				found.push(`${exercise.key} ${got}`);
			}
		}
	}
	return found;
}
