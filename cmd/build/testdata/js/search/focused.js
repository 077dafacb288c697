// Which element has the focus: input-1, or a with the number of the result, from 0.
function focused() {
	const links = [...document.querySelectorAll(".found a")];
	return `${document.activeElement.localName}${links.indexOf(document.activeElement)}`;
}
