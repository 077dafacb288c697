// The code of a text.
async function encode(codeModule, text) {
	const code = await import(codeModule);
	return code.encode(text);
}
