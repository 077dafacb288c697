// Remembers the heading, and scrolls to the steps of an exercise.
function rememberHeading() {
	window.heading = document.querySelector("main h1");
	document.querySelector("#steps").scrollIntoView();
}
