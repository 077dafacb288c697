// Clicks on the last of the buttons below the sheet, which clears it.
function clickLastAction() {
	[...document.querySelectorAll(".actions button")].at(-1).click();
}
