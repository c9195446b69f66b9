import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server that takes part in Meta's handshake (facts 5.1), to be set as a callback URL. */
export async function openCallback() {
	const server = createServer((request, response) => {
		const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
		response.end(searchParams.get('hub.challenge') ?? '');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}
