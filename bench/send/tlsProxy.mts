/**
 * An HTTPS proxy that brings a host of the internet to the sandbox: whoever asks for it gets a certificate
 * of a CA made for this run, and behind it a plain connection to the sandbox. n8n's own WhatsApp node has
 * its host built in; HTTPS_PROXY and NODE_EXTRA_CA_CERTS reach it all the same.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

export interface TlsProxy {
	url: string;
	/** The CA to trust, as a file. */
	caFile: string;
	/** TLS connections since the last reset, and the most at a time. */
	connections: { total: number; most: number };
	reset(): void;
	close(): void;
}

export async function startTlsProxy(host: string, target: string): Promise<TlsProxy> {
	const folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-bench-ca-'));
	const files = makeCertificates(folder, host);
	const { hostname, port } = new URL(target);
	const connections = { total: 0, most: 0 };
	let open = 0;
	const sockets = new Set<Socket>();

	const terminator = createTlsServer(
		{ key: readFileSync(files.key), cert: readFileSync(files.certificate) },
		(secure) => {
			const plain = connect(Number(port), hostname);
			// One that breaks breaks the other, as a cut connection does.
			secure.on('error', () => plain.destroy()).on('close', () => plain.destroy());
			plain.on('error', () => secure.destroy()).on('close', () => secure.destroy());
			secure.pipe(plain).pipe(secure);
		},
	);
	await listen(terminator);

	const proxy = createServer((_request, response) => response.writeHead(405).end());
	proxy.on('connect', (request, client: Socket) => {
		if (request.url !== `${host}:443`) {
			client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		connections.total++;
		connections.most = Math.max(connections.most, ++open);
		const inner = connect((terminator.address() as AddressInfo).port, '127.0.0.1');
		sockets.add(client).add(inner);
		client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		client.pipe(inner).pipe(client);
		client.on('error', () => inner.destroy());
		inner.on('error', () => client.destroy());
		inner.on('close', () => client.destroy());
		client.on('close', () => {
			open--;
			sockets.delete(client);
			sockets.delete(inner);
			inner.destroy();
		});
	});
	await listen(proxy);
	return {
		url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
		caFile: files.ca,
		connections,
		reset: () => void Object.assign(connections, { total: 0, most: open }),
		close() {
			for (const socket of sockets) socket.destroy();
			proxy.close();
			terminator.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function listen(server: NetServer): Promise<void> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** A CA and a certificate for the host, with the openssl of the machine: Node.js itself signs none. */
function makeCertificates(folder: string, host: string) {
	const at = (name: string) => path.join(folder, name);
	const openssl = (...words: string[]) => {
		try {
			execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
		} catch (error) {
			throw new Error(`The bench needs openssl to make a test certificate: ${String(error)}`);
		}
	};
	const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	openssl(
		'req',
		'-x509',
		...newKey,
		'-keyout',
		'ca.key',
		'-out',
		'ca.pem',
		'-days',
		'2',
		'-subj',
		'/CN=Bench CA',
	);
	openssl('req', ...newKey, '-keyout', 'host.key', '-out', 'host.csr', '-subj', `/CN=${host}`);
	writeFileSync(at('host.ext'), `subjectAltName=DNS:${host}\n`);
	openssl(
		'x509',
		'-req',
		'-in',
		'host.csr',
		'-CA',
		'ca.pem',
		'-CAkey',
		'ca.key',
		'-CAcreateserial',
		'-days',
		'2',
		'-extfile',
		'host.ext',
		'-out',
		'host.pem',
	);
	return { ca: at('ca.pem'), key: at('host.key'), certificate: at('host.pem') };
}
