// Keeps the pages of one language for reading without a network.
//
// An edition is all of FILES, which has the address of each file and the first bytes of the
// SHA-256 of what it holds, so that nothing is kept that somebody else has put in its
// place, such as the page on which a network asks for a password. Editions are numbered.
// A cache named EDITION and 3 has edition 3, and is whole if it holds WHOLE. The cache
// beside it, with "read" in its name, has pages that were read from the network after edition 3 began to be
// fetched, with what they need that it does not have: they are newer than edition 3 and
// older than edition 4. So the newest text of a page that is on the device is the one that
// is shown, whether or not the reader has agreed to the edition that it is of. Caches of
// editions before stay until then, for pages that are still open.
const WHOLE = `${OFFLINE}?whole`;

// MARK is at the foot of each page of this language: a page that has it is the site's own,
// and has not been cut off.
const MARK = `data-worker="${location.pathname}"`;

// ASSET finds what a page or a script needs: files that have the first bytes of their
// SHA-256 in their names. Of several in a row the first is the language's own.
const ASSET = /"(\.?\/[^"?#\s]*\.([0-9a-f]{10})\.\w+)["#\s]/g;

const PATIENCE = 3000; // milliseconds

const isGone = ({ status }) => status === 404 || status === 410;
const isAnswer = (answer) => answer.ok || answer.type === "opaqueredirect" || isGone(answer);
const isPage = ({ pathname }) => /(\/|\.html|\/[^./]+)$/.test(pathname);
const match = (address, cacheName) => caches.match(address, { cacheName, ignoreVary: true });

// plain returns the one way to write an address under which a file is kept.
const plain = ({ pathname }) => pathname.replace(/\/index\.html$/, "/").replace(/\/[^./]+$/, "$&/");

async function isRight(response, hash) {
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
	return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(hash);
}

// shelves returns the caches, the newest first. Editions that are not whole are left out,
// unless all are asked for.
async function shelves(all) {
	const found = [];
	for (const name of await caches.keys()) {
		if (!name.startsWith(EDITION)) continue;
		const [number, read] = name.slice(EDITION.length).split(" ");
		if (all || read || await match(WHOLE, name)) found.push({ name, number: Number(number), isEdition: !read });
	}
	return found.sort((a, b) => b.number - a.number || a.isEdition - b.isEdition);
}

const newest = async () => (await shelves(true))[0]?.number ?? 0;

// find returns a file from the first shelf that has it.
async function find(path, from) {
	for (const { name } of from) {
		const response = await match(path, name);
		if (response) return response;
	}
}

// take puts a file into a cache, from a shelf or from the network.
async function take([address, hash], cache, from) {
	for (const shelf of from) {
		const response = await match(address, shelf.name);
		if (response && await isRight(response, hash)) return cache.put(address, response);
	}
	for (const mode of ["default", "reload"]) {
		const response = await fetch(address, { cache: mode });
		if (!response.ok || !await isRight(response, hash)) continue;
		return cache.put(address, copy(response, await response.blob()));
	}
	throw new Error(`${address} is not what it should be`);
}

// copy returns a response that can be kept.
function copy(response, body) {
	const headers = new Headers(response.headers);
	headers.delete("Vary"); // a cache refuses some of its values
	return new Response(body, { headers });
}

async function install() {
	const name = `${EDITION}${await newest() + 1}`;
	const old = await shelves();
	for (const { name } of await shelves(true)) {
		if (!old.some((shelf) => shelf.name === name)) await caches.delete(name); // its installation was broken off
	}
	const cache = await caches.open(name);
	try {
		for (let i = 0; i < FILES.length; i += 6) {
			await Promise.all(FILES.slice(i, i + 6).map((file) => take(file, cache, old)));
		}
		await cache.put(WHOLE, new Response());
	} catch (error) {
		await caches.delete(name);
		throw error;
	}
}

// tidy removes what is older than the newest edition. A page that was read later stays.
async function tidy() {
	const all = await shelves();
	const edition = all.find(({ isEdition }) => isEdition);
	await Promise.all(all.filter(({ number }) => number < edition.number).map(({ name }) => caches.delete(name)));
}

// kept returns a file that is kept. A page that the newest edition does not have has been
// withdrawn, so that editions before are only asked for what a page needs that is still open.
async function kept(address) {
	const all = await shelves();
	const edition = all.findIndex(({ isEdition }) => isEdition);
	const response = await find(plain(address), isPage(address) ? all.slice(0, edition + 1) : all);
	return response && !isGone(response) ? response : undefined;
}

// ask returns what the network says of a page, all of it, and the number of the newest
// edition when it was asked. What a browser has stored on the way is not taken for news.
async function ask(request) {
	const number = await newest();
	const answer = await fetch(request, { cache: "no-cache" });
	if (answer.type === "opaqueredirect") return { number, answer, response: answer };
	const body = await answer.blob();
	return { number, answer, body, response: new Response(body, answer) };
}

// show returns a page: from the network if all of it is there soon, or if it is not among
// those that are kept.
async function show(address, network) {
	const late = new Promise((done) => setTimeout(done, PATIENCE));
	const first = await Promise.race([network, late]).catch(() => {});
	if (first && isAnswer(first.answer)) return first.response;
	const old = await kept(address) ?? (await network.catch(() => {}))?.response;
	return old ?? await kept({ pathname: OFFLINE }) ?? Response.error();
}

// keep keeps what the network has said of a page, in the place of what it said before, and
// reports whether that is something else. The text comes first: one that was put right is
// kept even if the network is gone before its figures are there.
async function keep(address, { number, answer, body }) {
	const path = plain(address), name = `${EDITION}${number} read`;
	const put = async (response) => (await caches.open(name)).put(path, response);
	if (isGone(answer)) {
		const isNews = path === address.pathname && await kept(address) !== undefined;
		if (isNews) await put(new Response(null, { status: 410 }));
		return isNews;
	}
	if (answer.type === "opaqueredirect") {
		const target = await fetch(address, { cache: "no-cache" }); // fails if it leads to somebody else
		const isMove = plain(new URL(target.url)) !== path && isOurs(target, await target.text());
		if (isMove) await put(Response.redirect(target.url));
		return isMove;
	}
	const text = await body.text();
	if (!isOurs(answer, text)) return false;
	const former = await (await kept(address))?.text();
	const own = (await shelves()).filter((shelf) => shelf.number === number);
	if (await (await find(path, own))?.text() !== text) await put(copy(answer, body));
	await bring(text, address, name, own);
	return former !== text;
}

// bring puts what a page or a script needs into a cache, unless the edition beside it has
// that. What cannot be fetched is tried again at the next reading.
async function bring(text, from, name, own) {
	for (const [, reference, hash] of text.matchAll(ASSET)) {
		const { pathname } = new URL(reference, from);
		if (await find(pathname, own.filter(({ isEdition }) => isEdition))) continue;
		const cache = await caches.open(name);
		if (!await cache.match(pathname)) await take([pathname, hash], cache, await shelves()).catch(() => {});
		const script = pathname.endsWith(".js") && await cache.match(pathname);
		if (script) await bring(await script.text(), new URL(pathname, from), name, own);
	}
}

function isOurs({ status, type, headers }, text) {
	const isHTML = /^text\/html\b/.test(headers.get("Content-Type"));
	return status === 200 && type === "basic" && isHTML && text.includes(MARK);
}

// visit answers for a page. Whoever has waited in vain, and reads what was kept, is told
// when the network says something else after all.
function visit(event, address) {
	const network = ask(event.request);
	const shown = show(address, network);
	event.respondWith(shown);
	event.waitUntil(network.then(async (found) => {
		if (!await keep(address, found) || await shown === found.response) return;
		const client = await clients.get(event.resultingClientId);
		client?.postMessage("newer");
	}).catch(console.warn));
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
	const { request } = event, address = new URL(request.url);
	if (request.method !== "GET" || address.origin !== location.origin) return;
	if (request.mode !== "navigate") event.respondWith(kept(address).then((response) => response ?? fetch(request)));
	else if (isPage(address)) visit(event, address);
});
