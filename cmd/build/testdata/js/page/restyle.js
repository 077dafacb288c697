// Adds rules to the style of a page, as if they were at the end of its style sheets.
function restyle(rules) {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(rules);
	document.adoptedStyleSheets = [sheet];
}
