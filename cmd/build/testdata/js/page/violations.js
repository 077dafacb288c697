// What the page's Content-Security-Policy has refused since it was loaded.
function violations() {
	return new Promise((done) => {
		const seen = [];
		const observer = new ReportingObserver((reports) => seen.push(...reports), {
			types: ["csp-violation"],
			buffered: true,
		});
		observer.observe();
		setTimeout(() => {
			const all = [...seen, ...observer.takeRecords()];
			done(all.map(({ body }) => `${body.effectiveDirective} refuses ${body.blockedURL || body.sample}`));
		}, 0);
	});
}
