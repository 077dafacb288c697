// make returns an element with attributes and children; a child that is text is
// text, whatever it holds.
export function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	element.append(...children.filter((c) => c !== "" && c != null));
	return element;
}
