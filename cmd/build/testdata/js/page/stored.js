// What the page has left on the device.
function stored() {
	return [document.cookie, { ...localStorage }, { ...sessionStorage }];
}
