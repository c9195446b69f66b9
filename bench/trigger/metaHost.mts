import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';

/**
 * n8n's own WhatsApp Trigger registers at graph.facebook.com and nowhere else. Here that name leads
 * to this machine: a proxy that n8n is told to use, and a certificate that it is told to trust.
 */
export interface MetaHost {
	/** For n8n's process. */
	env: Record<string, string>;
	close(): void;
}

const NAME = 'graph.facebook.com';

export async function startMetaHost(folder: string): Promise<MetaHost> {
	const [key, certificate] = ['key.pem', 'certificate.pem'].map((file) => path.join(folder, file));
	const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`];
	const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	const files = ['-keyout', key!, '-out', certificate!];
	execFileSync('openssl', ['req', '-x509', ...curve, '-days', '2', ...subject, ...files], {
		stdio: 'ignore',
	});
	const tls = { key: readFileSync(key!), cert: readFileSync(certificate!) };
	const graph = https.createServer(tls, (request, response) => {
		request.resume();
		const isToken = request.url?.includes('/oauth/access_token');
		const isList = request.method === 'GET';
		const body = isToken ? { access_token: 'a' } : isList ? { data: [] } : { success: true };
		response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
	});
	const graphPort = await listen(graph);
	const proxy = http.createServer();
	proxy.on('connect', (_request, client: Socket) => {
		const upstream = connect(graphPort, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			upstream.pipe(client).pipe(upstream);
		});
		for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
	});
	const proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;
	return {
		env: { HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: certificate! },
		close() {
			for (const server of [graph, proxy]) {
				server.close();
				server.closeAllConnections();
			}
		},
	};
}

async function listen(server: http.Server | https.Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}
