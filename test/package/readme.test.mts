import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { cart, delivery, line, pablo } from '../fixtures/deliveries';
import { TriggerHost } from '../trigger/host.mts';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('shows an order exactly as it comes', async () => {
	const [sample] = [...readme.matchAll(/```json\n([\s\S]*?)```/g)]
		.map(([, json]) => JSON.parse(json) as Record<string, unknown>)
		.filter(({ event }) => event === 'order');
	const host = new TriggerHost();
	await host.listen();
	const contact = { ...pablo, profile: { name: 'Pablo' } };
	await host.deliver(delivery([cart([line()], { id: sample.orderId })], [contact]));
	await host.close();
	expect(host.runs[0][0]).toEqual(sample);
});

it('names only files that exist', () => {
	const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, path]) => path);
	expect(links.length).toBeGreaterThan(2);
	for (const path of links) expect(() => readFileSync(join(root, path))).not.toThrow();
});
