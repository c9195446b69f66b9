import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = 'n8n-nodes-bench-minimal';

/** The type of its one node, as workflows name it. */
export const MINIMAL_TRIGGER = `${PACKAGE}.benchMinimalTrigger`;

/**
 * The least that a community trigger can do: hand the body on. It reads no credential, checks no
 * signature and remembers nothing: what n8n itself takes for a delivery. A credential may be chosen in it,
 * because n8n asks its database before each run whether the workflow may use it.
 */
const CODE = `
const { NodeConnectionTypes } = require('n8n-workflow');
class BenchMinimalTrigger {
	description = {
		displayName: 'Bench Minimal Trigger',
		name: 'benchMinimalTrigger',
		group: ['trigger'],
		version: 1.1,
		description: 'Hands the body on',
		defaults: { name: 'Bench Minimal Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' }],
		credentials: [{ name: 'whatsAppCommerceApi', required: false }],
		properties: [],
	};
	async webhook() {
		return { workflowData: [this.helpers.returnJsonArray([this.getBodyData()])] };
	}
}
exports.BenchMinimalTrigger = BenchMinimalTrigger;
`;

/** Puts it where n8n keeps the community nodes that a user installs. */
export function installMinimalTrigger(userFolder: string): void {
	const folder = path.join(userFolder, '.n8n/nodes/node_modules', PACKAGE);
	mkdirSync(folder, { recursive: true });
	const file = 'BenchMinimalTrigger.node.js';
	const n8n = { n8nNodesApiVersion: 1, nodes: [file], credentials: [] };
	writeFileSync(path.join(folder, file), CODE);
	writeFileSync(
		path.join(folder, 'package.json'),
		JSON.stringify({ name: PACKAGE, version: '1.0.0', n8n }),
	);
}
