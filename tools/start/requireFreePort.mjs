import { once } from 'node:events';
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
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
	} catch (error) {
		const { code } = /** @type {NodeJS.ErrnoException} */ (error);
		const reason =
			code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
		const other = port < 65_535 ? port + 1 : port - 1;
		throw new StartFailure(
			`Port ${port}, which ${forWhat} needs, ${reason}. Stop that program, or choose another port: npm start -- ${flag} ${other}`,
		);
	} finally {
		server.close();
	}
}
