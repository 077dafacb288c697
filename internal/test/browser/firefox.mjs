// Drives Firefox for package browser: commands in, replies out, one JSON value a line.
// Arguments: a file beside which npm has installed puppeteer-core, and Firefox.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [beside, executablePath] = process.argv.slice(2);
const { default: puppeteer } = createRequire(beside)("puppeteer-core");

// On a machine with other things to do, Firefox now and then does not start in time.
async function launch(tries) {
	try {
		return await puppeteer.launch({ browser: "firefox", executablePath, headless: true, timeout: 60_000 });
	} catch (error) {
		if (tries > 1) return launch(tries - 1);
		throw error;
	}
}

const firefox = await launch(3);
const page = await firefox.newPage();

const margins = (mm) => ({ top: `${mm}mm`, bottom: `${mm}mm`, left: `${mm}mm`, right: `${mm}mm` });

const commands = {
	go: ({ url }) => page.goto(url, { waitUntil: "load" }).then(() => null),
	evaluate: ({ expression }) => page.evaluate(`(async () => (${expression}))()`),
	size: ({ width, height }) => page.setViewport({ width, height }),
	picture: ({ file }) => page.screenshot({ path: file, fullPage: true }).then(() => null),
	print: ({ file, margin, paper }) => page.pdf({ path: file, format: paper, printBackground: false, margin: margins(margin) }).then(() => null),
};

for await (const line of createInterface({ input: process.stdin })) {
	const { do: name, ...command } = JSON.parse(line);
	let reply;
	try {
		reply = { value: (await commands[name](command)) ?? null };
	} catch (error) {
		reply = { error: error.message };
	}
	console.log(JSON.stringify(reply));
}
await firefox.close();
