// When the first change came, in milliseconds since 1970.
function firstChange() {
	return new Promise((done) => {
		const look = () => {
			if (window.changes.length > 0) {
				done(window.changes[0]);
			} else {
				setTimeout(look, 20);
			}
		};
		look();
	});
}
