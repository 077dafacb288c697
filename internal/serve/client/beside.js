// Shows a page beside the same page in the other language. Whoever scrolls one
// brings the other to the same section.
const frames = [...document.querySelectorAll("iframe")];
let leader;

for (const frame of frames) {
	frame.addEventListener("load", () => {
		const lead = () => { leader = frame; };
		for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) frame.contentWindow.addEventListener(event, lead, { passive: true });
		frame.contentWindow.addEventListener("scroll", () => { if (leader === frame) follow(frame); }, { passive: true });
	});
}

function headings(frame) {
	return [...frame.contentDocument.querySelectorAll("main h1, main h2[id]")];
}

// follow puts the other page where this one is: at the same heading, and as far
// below it, of the way to the next.
function follow(frame) {
	const there = frames.find((f) => f !== frame);
	const here = headings(frame);
	const at = here.findLastIndex((h) => h.getBoundingClientRect().top <= 8);
	const twins = headings(there);
	const twin = twins.findIndex((h) => h.id === (here[at]?.id ?? ""));
	if (at < 0 || twin < 0) return;
	const length = (list, i) => (list[i + 1]?.getBoundingClientRect().top ?? list[i].ownerDocument.documentElement.getBoundingClientRect().bottom) - list[i].getBoundingClientRect().top;
	const share = -here[at].getBoundingClientRect().top / Math.max(1, length(here, at));
	there.contentWindow.scrollBy(0, twins[twin].getBoundingClientRect().top + share * length(twins, twin));
}
