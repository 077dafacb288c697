// Whether the service worker of the page is active, and none waits.
async function workerIsActive() {
	const registration = await navigator.serviceWorker.getRegistration();
	return registration?.active?.state === "activated" && !registration.waiting;
}
