// Asks Lighthouse, as a phone, about a page of each kind, served by Caddy with the files
// that are made for it. It exits with 1 if a page has less than 100 in one of the four.
//
//	node lighthouse.mjs FOLDER ADDRESS    FOLDER was built with -base ADDRESS
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

const [folder, address] = process.argv.slice(2);
const root = resolve(folder);

// One page of each kind: the first whose body has its class.
function kinds(dir, found = {}) {
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		const path = join(dir, entry.name);
		if (entry.isDirectory()) kinds(path, found);
		if (entry.name !== "index.html") continue;
		const kind = /<body class="(\w+)"/.exec(readFileSync(path, "utf8"))?.[1];
		found[kind] ??= new URL(path.slice(root.length + 1, -"index.html".length), address).href;
	}
	return found;
}

const config = join(mkdtempSync(join(tmpdir(), "lighthouse-")), "Caddyfile");
writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n}\n${new URL(address).origin} {\n\troot * ${root}\n\timport ${root}/_host/Caddyfile\n}\n`);
const caddy = spawn("caddy", ["run", "--config", config, "--adapter", "caddyfile"], { stdio: "ignore" });
const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });

let failed = false;
for (const [kind, url] of Object.entries(kinds(root))) {
	const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error" });
	const scores = Object.values(lhr.categories).map((c) => `${c.id} ${Math.round(c.score * 100)}`);
	console.log(`${kind.padEnd(11)} ${scores.join(", ")}  ${url}`);
	for (const category of Object.values(lhr.categories)) {
		if (category.score === 1) continue;
		failed = true;
		for (const { id, weight } of category.auditRefs) {
			const audit = lhr.audits[id];
			if (weight > 0 && audit.score !== null && audit.score < 1) console.log(`    ${id}: ${audit.title} ${audit.displayValue ?? ""}`);
		}
	}
}
chrome.kill();
caddy.kill();
process.exit(failed ? 1 : 0);
