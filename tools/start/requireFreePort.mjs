import { createServer } from 'node:net';
import { StartFailure } from '../startFailure.mjs';

/**
 * Refuses with a sentence when the port cannot be had.
 *
 * @param {number} port
 * @param {string} forWhat
 * @param {string} flag how to choose another one
 */
export async function requireFreePort(port, forWhat, flag) {
	const server = createServer();
	try {
		await new Promise((resolve, reject) => {
			server.once('error', reject).listen(port, '127.0.0.1', resolve);
		});
	} catch (error) {
		const reason =
			error.code === 'EADDRINUSE'
				? 'is taken by another program'
				: `cannot be used (${error.code})`;
		const other = port < 65_535 ? port + 1 : port - 1;
		throw new StartFailure(
			`Port ${port}, which ${forWhat} needs, ${reason}. Stop that program, or choose another port: npm start -- ${flag} ${other}`,
		);
	} finally {
		server.close();
	}
}
