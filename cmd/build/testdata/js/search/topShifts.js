// How often what is at the top of the page has moved since it was loaded.
function topShifts() {
	const isTop = ({ node }) => node?.parentElement?.closest("header.top");
	return new Promise((done) => {
		const observer = new PerformanceObserver(() => {});
		observer.observe({ type: "layout-shift", buffered: true });
		setTimeout(() => {
			done(observer.takeRecords().filter((shift) => shift.sources.some(isTop)).length);
		}, 0);
	});
}
