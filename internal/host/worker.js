// Keeps the pages of one language for reading without a network.
//
// FILES has the address of each file, and for a file that keeps its name a hash of what
// it holds; CACHE has a hash of all of that in its name. The cache of the version before
// is there until the reader agrees to the new one, and what has not changed is taken from it.
const known = (request) => caches.open(CACHE).then((cache) => cache.match(request, { ignoreSearch: true }));

async function take([address, hash], cache, old) {
	for (const one of old) {
		const response = await one.match(address);
		if (response && (!hash || response.headers.get("x-hash") === hash)) return cache.put(address, response);
	}
	const response = await fetch(address, { cache: hash ? "no-cache" : "default" });
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const headers = new Headers(response.headers);
	headers.set("x-hash", hash ?? "");
	return cache.put(address, new Response(await response.blob(), { headers }));
}

async function install() {
	const cache = await caches.open(CACHE);
	const old = await Promise.all((await others()).map((name) => caches.open(name)));
	for (let i = 0; i < FILES.length; i += 6) await Promise.all(FILES.slice(i, i + 6).map((file) => take(file, cache, old)));
}

const others = async () => (await caches.keys()).filter((name) => name !== CACHE && name.startsWith(LANGUAGE));

// A page comes from the network if that answers within three seconds, or if it is not
// among those that are kept.
async function page(request) {
	const network = fetch(request);
	const late = new Promise((done) => setTimeout(done, 3000));
	const failed = (response) => !response || response.status >= 500;
	let response = await Promise.race([network, late]).catch(() => {});
	if (failed(response)) response = (await known(request)) ?? (await network.catch(() => {}));
	return response ?? (await known(OFFLINE)) ?? Response.error();
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(others().then((names) => Promise.all(names.map((name) => caches.delete(name))))));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
	if (request.mode === "navigate") event.respondWith(page(request));
	else event.respondWith(known(request).then((response) => response ?? fetch(request)));
});
