// Collects the errors of scripts in the global errors.
() => {
	window.errors = [];
	addEventListener("error", (event) => errors.push(event.message));
	addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
	return true;
}
