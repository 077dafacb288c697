// Readers' scripts run in browsers from 2022 on, such as Chrome 109, the last one for
// Windows 7. Whatever JavaScript has got since then is refused, methods by their names.
import es from "eslint-plugin-es-x";

const { rules, ...edition } = es.configs["flat/restrict-to-es2022"];
// Methods of iterators have the names of methods of arrays.
const named = ([rule]) => !rule.startsWith("es-x/no-iterator-prototype-");

export default [{
	...edition,
	files: ["static/js/**/*.js", "internal/host/*.js"],
	rules: Object.fromEntries(Object.entries(rules).filter(named)),
	settings: { "es-x": { aggressive: true } },
}];
