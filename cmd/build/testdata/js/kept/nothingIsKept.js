// Whether there is no service worker and no cache.
async function nothingIsKept() {
	const registration = await navigator.serviceWorker.getRegistration();
	return !registration && (await caches.keys()).length === 0;
}
