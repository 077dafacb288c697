// Remembers the heading, and where the page is scrolled to: to the steps of an exercise.
function rememberHeading() {
	window.heading = document.querySelector("main h1");
	document.querySelector("#steps").scrollIntoView();
	window.scrolledTo = scrollY;
}
