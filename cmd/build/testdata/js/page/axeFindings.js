// What axe-core, which has to be there, finds on the page by some of its rules.
async function axeFindings(rules) {
	const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
	const describe = (node) => `${node.target.join(" ")} ${node.failureSummary}`;
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(describe).join("; ")}`);
}
