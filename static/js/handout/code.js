// QR codes (ISO/IEC 18004) of bytes, at error correction level M, made on the device. A
// test compares them, module by module, with those of internal/draw/qr.

// Level M: codewords for correction in each block, and blocks, for versions 1 to 40.
const correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
const quiet = 4;

// encode returns the code of a text as an SVG path, to be stroked, in a square of size modules, its quiet
// zone included, or null if the text is too long.
export function encode(text) {
	const code = matrix(new TextEncoder().encode(text));
	if (!code) return null;
	let path = "M0 .5", atX = 0, atY = 0;
	for (const [y, row] of code.entries()) {
		for (let x = 0; x < row.length; x++) {
			const start = x;
			while (row[x]) x++;
			if (x === start) continue;
			path += `m${start + quiet - atX} ${y + quiet - atY}h${x - start}`;
			[atX, atY] = [x + quiet, y + quiet];
		}
	}
	return { path, size: code.length + 2 * quiet };
}

// places are where the middles of the alignment patterns lie, along both sides.
function places(version) {
	if (version === 1) return [];
	const n = Math.floor(version / 7) + 2;
	const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (n * 2 - 2)) * 2;
	return [6, ...Array.from({ length: n - 1 }, (_, i) => version * 4 + 10 - step * (n - 2 - i))];
}

// capacity is how many codewords a version holds.
function capacity(version) {
	const size = version * 4 + 17, n = version === 1 ? 0 : Math.floor(version / 7) + 2;
	let modules = size * size - 3 * 64 - 31 - 2 * (size - 16); // finders, format and timing
	if (n) modules -= 25 * (n * n - 3) - 10 * (n - 2);
	if (version >= 7) modules -= 36;
	return Math.floor(modules / 8);
}

function matrix(bytes) {
	let version = 1;
	const header = () => (version < 10 ? 12 : 20);
	const room = () => 8 * (capacity(version) - correction[version - 1] * blocks[version - 1]);
	while (header() + 8 * bytes.length > room()) if (++version > 40) return null;
	const bits = [];
	const put = (value, n) => { while (n--) bits.push((value >> n) & 1); };
	put(4, 4);
	put(bytes.length, header() - 4);
	for (const b of bytes) put(b, 8);
	put(0, Math.min(4, room() - bits.length));
	put(0, -bits.length & 7);
	for (let pad = 0xec; bits.length < room(); pad ^= 0xec ^ 0x11) put(pad, 8);
	const data = Array.from({ length: bits.length / 8 }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((a, b) => 2 * a + b));
	return best(version, interleaved(version, data));
}

// interleaved divides data into blocks, adds the correction of each, and takes a codeword
// from each in turn.
function interleaved(version, data) {
	const n = blocks[version - 1], extra = correction[version - 1];
	const short = Math.floor(data.length / n), longer = data.length % n;
	const parts = [], divisor = generator(extra);
	for (let i = 0, at = 0; i < n; i++) {
		const length = short + (i >= n - longer);
		const part = data.slice(at, at += length);
		parts.push([part, remainder(part, divisor)]);
	}
	const out = [];
	for (let i = 0; i <= short; i++) for (const [part] of parts) if (i < part.length) out.push(part[i]);
	for (let i = 0; i < extra; i++) for (const [, rest] of parts) out.push(rest[i]);
	return out;
}

// times multiplies in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1.
function times(a, b) {
	let product = 0;
	for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> i) & 1) * a);
	return product;
}

// generator is the product of (x - 2^i), without its first coefficient.
function generator(degree) {
	const out = Array(degree).fill(0);
	out[degree - 1] = 1;
	for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
		for (let j = 0; j < degree; j++) out[j] = times(out[j], root) ^ (out[j + 1] ?? 0);
	}
	return out;
}

function remainder(data, divisor) {
	const out = Array(divisor.length).fill(0);
	for (const b of data) {
		const factor = b ^ out.shift();
		out.push(0);
		divisor.forEach((d, i) => (out[i] ^= times(d, factor)));
	}
	return out;
}

const masks = [
	(x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// best draws the code with each mask and returns the one that is easiest to read.
function best(version, codewords) {
	let least = Infinity, chosen;
	for (let mask = 0; mask < 8; mask++) {
		const code = draw(version, codewords, mask), p = penalty(code);
		if (p < least) [least, chosen] = [p, code];
	}
	return chosen;
}

function draw(version, codewords, mask) {
	const size = version * 4 + 17;
	const code = Array.from({ length: size }, () => Array(size).fill(0)), fixed = code.map((r) => [...r]);
	const set = (x, y, black) => { if (code[y]?.[x] !== undefined) { code[y][x] = black ? 1 : 0; fixed[y][x] = 1; } };
	for (let i = 0; i < size; i++) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
	for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
		for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) {
			const ring = Math.max(Math.abs(dx), Math.abs(dy));
			set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
		}
	}
	const at = places(version), end = at.length - 1;
	for (const [i, cx] of at.entries()) for (const [j, cy] of at.entries()) {
		if ((i === 0 && j === 0) || (i === 0 && j === end) || (i === end && j === 0)) continue;
		for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
	}
	labels(set, version, mask, size);
	fill(code, fixed, codewords, size);
	for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (!fixed[y][x] && masks[mask](x, y) === 0) code[y][x] ^= 1;
	return code;
}

// labels writes the level with the mask, and the version, each with its own correction.
function labels(set, version, mask, size) {
	let rest = mask; // level M is 00
	for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
	const format = ((mask << 10) | rest) ^ 0x5412, bit = (i) => (format >> i) & 1;
	for (let i = 0; i < 6; i++) set(8, i, bit(i));
	set(8, 7, bit(6)); set(8, 8, bit(7)); set(7, 8, bit(8));
	for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i));
	for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i));
	for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i));
	set(8, size - 8, 1);
	if (version < 7) return;
	rest = version;
	for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
	const label = (version << 12) | rest;
	for (let i = 0; i < 18; i++) {
		const a = size - 11 + (i % 3), b = Math.floor(i / 3);
		set(a, b, (label >> i) & 1); set(b, a, (label >> i) & 1);
	}
}

// fill writes the codewords in columns of two, up and down, from the right.
function fill(code, fixed, codewords, size) {
	let i = 0;
	for (let right = size - 1; right >= 1; right -= 2) {
		if (right === 6) right = 5;
		for (let step = 0; step < size; step++) {
			const y = (right + 1) & 2 ? step : size - 1 - step;
			for (const x of [right, right - 1]) {
				if (fixed[y][x]) continue;
				code[y][x] = i < 8 * codewords.length ? (codewords[i >> 3] >> (7 - (i & 7))) & 1 : 0;
				i++;
			}
		}
	}
}

// penalty is how hard a code is to read, by the standard's four rules.
function penalty(code) {
	const size = code.length;
	let sum = 0, black = 0;
	for (const lines of [code, code[0].map((_, x) => code.map((r) => r[x]))]) {
		for (const line of lines) {
			const text = line.join("");
			for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
			for (const pattern of ["10111010000", "00001011101"]) for (let i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, i + 1)) sum += 40;
		}
	}
	for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
		black += code[y][x];
		if (x && y && code[y][x] === code[y - 1][x] && code[y][x] === code[y][x - 1] && code[y][x] === code[y - 1][x - 1]) sum += 3;
	}
	return sum + 10 * Math.floor(Math.abs((100 * black) / (size * size) - 50) / 5);
}
