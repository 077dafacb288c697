// Finding exercises by what people type.

// fold returns a text as it is compared: without accents, in small letters, words parted
// by one space. It takes oe and aa for what keyboards without ø and å have.
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ø", "o").replaceAll("æ", "ae").replaceAll("oe", "o").replaceAll("aa", "a").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// pagesAbout returns the paths of the pages that the site's search finds. It is asked to
// load by what somebody does who types in its field.
export async function pagesAbout(question) {
	const field = document.querySelector("[data-reader] input");
	if (!field) return new Set();
	const search = await new Promise((done) => {
		const look = () => {
			if (!self.handbookSearch) return;
			document.removeEventListener("load", look, true);
			done(self.handbookSearch);
		};
		document.addEventListener("load", look, true);
		if (self.handbookSearch) look();
		else field.dispatchEvent(new Event("input", { bubbles: true }));
	});
	const { results } = await search(question);
	return new Set(results.map((r) => new URL(r.href).pathname));
}
