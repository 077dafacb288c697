// Opens a sheet, even if its fragment is the one before, and waits until the page knows.
function openFragment(fragment) {
	return new Promise((done) => {
		addEventListener("hashchange", () => done(true), { once: true });
		location.hash = "";
		location.hash = `${fragment};${Math.random()}`;
	});
}
