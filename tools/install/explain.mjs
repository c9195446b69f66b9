/** What npm prints when something outside the project is in the way, and what the user can do about it. */
const KNOWN = [
	// First, since the ready-made driver that could not be downloaded shows up as a network failure.
	{
		pattern: /gyp ERR!/,
		sentence:
			'n8n needs sqlite3, which could neither be downloaded ready-made nor be compiled here. Install python3, make and a C++ compiler (Debian: apt install python3 make g++) and run this again.',
	},
	{
		pattern:
			/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR/,
		sentence:
			'The npm registry could not be reached. Check the network (behind a proxy: npm config get proxy) and run this again.',
	},
	{
		pattern: /ENOSPC/,
		sentence:
			'The disk is full. Free some space (n8n alone needs about 3.5 GB) and run this again.',
	},
	{
		pattern: /EACCES|EPERM/,
		sentence:
			'npm may not write here. Check who owns this folder and ~/.npm, or move the repository to a folder of yours, and run this again.',
	},
];

/**
 * @param {string} output what npm printed
 * @param {string} logFile where all of it is
 */
export function explainNpmFailure(output, logFile) {
	const errors = output
		.split('\n')
		.filter((line) => /^npm (error|ERR!)/.test(line))
		.join('\n');
	const known = KNOWN.find(({ pattern }) => pattern.test(errors));
	const lastLines = output.trimEnd().split('\n').slice(-12).join('\n  ');
	return `${known?.sentence ?? `npm did not finish. Its last lines:\n\n  ${lastLines}\n`}\nAll that npm printed: ${logFile}`;
}
