// The files in caches of other languages than Norwegian, or of English in any cache.
async function strayFiles() {
	const found = [];
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const { pathname } = new URL(request.url);
			if (!name.startsWith("/no edition 1") || pathname.startsWith("/en/")) {
				found.push(`${name} has ${pathname}`);
			}
		}
	}
	return found;
}
