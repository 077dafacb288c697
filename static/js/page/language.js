// Headings have the same ids in all languages: whoever changes language at a
// heading comes to the same heading.
function keepPlace() {
	for (const link of document.querySelectorAll("a[data-keep-place]")) {
		link.hash = location.hash;
	}
}
addEventListener("hashchange", keepPlace);
keepPlace();
