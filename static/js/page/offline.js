// Has the pages of this language kept on the device, and tells the reader when the page
// is one of those, or when there is a new edition, which comes only if they say so.
const region = document.querySelector("[data-worker]");
const policy = self.trustedTypes?.createPolicy("offline", {
	createScriptURL: (address) => {
		if (new URL(address, location).origin !== location.origin) throw new TypeError(address);
		return address;
	},
});

function say(status) {
	region.append(region.querySelector(`[data-status=${status}]`).content.cloneNode(true));
}

// offer shows that there is something newer: an edition that waits, which another tab may
// have asked for before, or only the page. The worker before can be busy for half a minute,
// above all with another tab open; the reader does not wait for it, since either of the two
// shows the newest text.
function offer(worker) {
	if (region.querySelector("button")) return;
	say("update");
	region.querySelector("button").addEventListener("click", () => {
		if (worker?.state !== "installed") return location.reload();
		navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
		setTimeout(() => location.reload(), 1000);
		worker.postMessage("take over");
	});
}

async function register() {
	const address = region.dataset.worker;
	const registration = await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address);
	if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
	registration.addEventListener("updatefound", () => {
		const worker = registration.installing;
		worker.addEventListener("statechange", () => {
			if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
		});
	});
}

if (region) { // a draft has none
	navigator.serviceWorker?.addEventListener("message", (event) => event.data === "newer" && offer());
	if (!navigator.onLine) say("offline");
	addEventListener("offline", () => say("offline"), { once: true });
	// Whoever asks the browser to save data is not sent pages that they may never read.
	if (navigator.serviceWorker && !navigator.connection?.saveData) {
		addEventListener("load", () => register().catch(console.warn));
	}
}
