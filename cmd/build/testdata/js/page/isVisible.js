// Whether the first element that a selector names is shown.
function isVisible(selector) {
	return document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === true;
}
