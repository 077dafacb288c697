// Notes the errors of scripts, for strangeThings.
function noteErrors() {
	window.errors = [];
	addEventListener("error", (event) => window.errors.push(event.message));
	addEventListener("unhandledrejection", (event) => window.errors.push(String(event.reason)));
}
