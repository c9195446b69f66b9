import { freePort } from '../../tools/process/freePort.mts';
import { N8nSession } from '../../tools/n8n/n8nSession.mts';
import { SandboxClient } from '../support/n8n/sandboxClient.mts';
import { copyOfTree, Printing, removeCopy } from '../support/n8n/startCommand.mts';

/** It builds the package and starts another n8n beside the one of the tests. */
jest.setTimeout(400_000);

let copy: string;
let start: Printing;
beforeAll(() => {
	copy = copyOfTree();
});
afterAll(async () => {
	await start?.interrupt();
	removeCopy(copy);
});

it('npm start works as the README says: open the printed addresses, log in, write "menu", stop', async () => {
	const ports = [await freePort(), await freePort()];
	const options = ['--fresh', '--port', String(ports[0]), '--n8n-port', String(ports[1])];
	start = new Printing('npm', ['start', '--', ...options], copy);

	const [, phone = ''] = await start.prints(/Phone {2,}(http:\S+)/);
	const [, workflow = ''] = await start.prints(/Workflow {2,}(http:\S+)/);
	const [, email = '', password = ''] = await start.prints(/Log in {2,}(\S+) {2,}(\S+)/);

	expect(await (await fetch(phone)).text()).toMatch(/<html/);
	const editor = await fetch(workflow);
	expect([editor.status, await editor.text()]).toEqual([200, expect.stringContaining('n8n')]);
	const session = new N8nSession(new URL(workflow).origin);
	await session.logIn({ email, password });
	const id = workflow.split('/').pop() ?? '';
	expect(await session.get(`/rest/workflows/${id}`)).toMatchObject({ active: true });

	const sandbox = new SandboxClient(phone);
	const { deliveries } = await sandbox.writes('16505551234', 'menu');
	expect(deliveries).toEqual([expect.objectContaining({ event: expect.any(String) })]);
	while ((await sandbox.messages()).length === 0)
		await new Promise((next) => setTimeout(next, 100));
	expect(await sandbox.messages()).toEqual([expect.objectContaining({ type: 'product_list' })]);

	await start.interrupt();
	expect(start.text).toMatch(/Stopped\./);
	for (const port of ports) await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
});
