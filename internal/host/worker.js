// Keeps the pages of one language for reading without a network.
//
// FILES has the address of each file and the first bytes of the SHA-256 of what it holds,
// so that nothing is kept that somebody else has put in its place, such as the page on
// which a network asks for a password. CACHE has a hash of all of that in its name. The
// cache of the version before is there until the reader agrees to the new one, and what
// has not changed is taken from it. A cache is whole if it holds WHOLE.
const WHOLE = `${OFFLINE}?whole`;

async function isRight(response, hash) {
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
	return [...sum.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
}

async function take([address, hash], cache, old) {
	for (const one of old) {
		const response = await one.match(address, { ignoreVary: true });
		if (response && await isRight(response, hash)) return cache.put(address, response);
	}
	for (const mode of ["default", "reload"]) {
		const response = await fetch(address, { cache: mode });
		if (!response.ok || !await isRight(response, hash)) continue;
		const headers = new Headers(response.headers);
		headers.delete("Vary"); // a cache refuses some of its values
		return cache.put(address, new Response(await response.blob(), { headers }));
	}
	throw new Error(`${address} is not what it should be`);
}

const others = async () => (await caches.keys()).filter((name) => name !== CACHE && name.startsWith(LANGUAGE));

async function install() {
	const old = [];
	for (const name of await others()) {
		const cache = await caches.open(name);
		if (await cache.match(WHOLE)) old.push(cache);
		else await caches.delete(name); // of an installation that was broken off
	}
	const cache = await caches.open(CACHE);
	try {
		for (let i = 0; i < FILES.length; i += 6) await Promise.all(FILES.slice(i, i + 6).map((file) => take(file, cache, old)));
		await cache.put(WHOLE, new Response());
	} catch (error) {
		await caches.delete(CACHE);
		throw error;
	}
}

// kept returns a file that is kept, whichever way its address is written.
async function kept({ pathname }) {
	const cache = await caches.open(CACHE);
	for (const path of [pathname, `${pathname}/`, pathname.replace(/index\.html$/, "")]) {
		const response = await cache.match(path, { ignoreVary: true });
		if (response) return response;
	}
}

// A page comes from the network if all of it is there within three seconds, or if it is
// not among those that are kept.
async function page(request) {
	const address = new URL(request.url);
	const network = fetch(request).then(async (response) => (response.ok ? new Response(await response.blob(), response) : response));
	const late = new Promise((done) => setTimeout(done, 3000));
	const good = (response) => response && (response.ok || response.type === "opaqueredirect" || response.status === 404 || response.status === 410);
	let response = await Promise.race([network, late]).catch(() => {});
	if (!good(response)) response = (await kept(address)) ?? (await network.catch(() => {}));
	return response ?? (await kept({ pathname: OFFLINE })) ?? Response.error();
}

const isPage = ({ pathname }) => /(\/|\.html|\/[^./]+)$/.test(pathname);

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(others().then((names) => Promise.all(names.map((name) => caches.delete(name))))));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
	const { request } = event, address = new URL(request.url);
	if (request.method !== "GET" || address.origin !== location.origin) return;
	if (request.mode !== "navigate") event.respondWith(kept(address).then((response) => response ?? fetch(request)));
	else if (isPage(address)) event.respondWith(page(request));
});
