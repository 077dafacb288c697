// Puts a table of eight columns of long words first in the text, and returns how many it has.
function addTable() {
	const table = document.createElement("table");
	const row = table.insertRow();
	for (let i = 1; i <= 8; i++) {
		row.insertCell().textContent = `Spesialisthelsetjenestens helseforetak${i}`;
	}
	const box = document.createElement("div");
	box.className = "table";
	box.append(table);
	document.querySelector(".text").prepend(box);
	return row.cells.length;
}
