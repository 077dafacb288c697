// Listens to the server for all tabs, and tells each the last state.
const ports = new Set();
let last;

const source = new EventSource("/_serve/events");
source.onmessage = (event) => {
	last = JSON.parse(event.data);
	for (const port of ports) port.postMessage(last);
};

onconnect = ({ ports: [port] }) => {
	ports.add(port);
	if (last) port.postMessage(last);
};
