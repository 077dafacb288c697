// Forgets the changes, half a second from now.
function clearChanges() {
	return new Promise((done) => {
		setTimeout(() => {
			window.changes.length = 0;
			done(true);
		}, 500);
	});
}
