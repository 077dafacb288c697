// The keys of the exercises.
async function exerciseKeys(dataModule) {
	const { default: data } = await import(dataModule);
	return data.exercises.map((exercise) => exercise.key);
}
