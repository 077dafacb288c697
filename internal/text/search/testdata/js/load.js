// Returns what comes of loading a script: loaded, refused, or the kind of error.
async (address) => {
	try {
		await handbookLoad(address);
		return "loaded";
	} catch (error) {
		return error instanceof TypeError ? "refused" : String(error.type);
	}
}
