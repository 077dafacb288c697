// Whether a cache has an answer for an address, and all that is wanted of it: a text in
// it, a status, and how the address ends that it leads to.
async function isKept(cacheName, address, want) {
	const answer = await caches.match(address, { cacheName, ignoreVary: true });
	if (answer === undefined) {
		return false;
	}
	const text = await answer.text();
	return (
		(!want.text || text.includes(want.text)) &&
		(!want.status || answer.status === want.status) &&
		(!want.location || answer.headers.get("Location").endsWith(want.location))
	);
}
