// Readers' scripts run in the browsers that package.json names, such as Chrome 109, the last
// one for Windows 7. What one of them lacks is refused, and whatever JavaScript has got since
// 2022, methods by their names.
import { readFileSync } from "node:fs";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));
const { rules, ...edition } = es.configs["flat/restrict-to-es2022"];
// Methods of iterators have the names of methods of arrays.
const named = ([rule]) => !rule.startsWith("es-x/no-iterator-prototype-");

const files = ["static/js/**/*.js", "internal/host/*.js"];

const served = {
	...compat.configs["flat/recommended"],
	files,
	settings: { targets: browserslist, lintAllEsApis: true },
};

const readers = {
	...edition,
	files,
	rules: Object.fromEntries(Object.entries(rules).filter(named)),
	settings: { "es-x": { aggressive: true } },
};

// What tests ask a page runs in the browsers of the tests. Each file is a function that Go
// calls.
const tests = {
	files: ["cmd/build/testdata/js/**/*.js"],
	languageOptions: { sourceType: "script" }, // so that the function itself counts as used
	rules: {
		"curly": "error",
		"eqeqeq": "error",
		"max-len": ["error", { code: 120, tabWidth: 4 }],
		"max-lines-per-function": ["error", 60],
		"max-statements-per-line": "error",
		"no-unused-vars": ["error", { vars: "local" }],
		"no-var": "error",
		"one-var": ["error", "never"],
		"prefer-const": "error",
		"quotes": ["error", "double", { avoidEscape: true }],
		"semi": "error",
	},
};

export default [served, readers, tests];
