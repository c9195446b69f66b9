const NEEDED_MAJOR = 20;

/** Ends with a sentence on a Node.js that cannot even run the rest. */
export function requireNode20() {
	if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return;
	console.error(
		`This needs Node.js ${NEEDED_MAJOR} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and run this again.`,
	);
	process.exit(1);
}
