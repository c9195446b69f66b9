import { PABLO, Phone, text } from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER, refused } from '../support/client.mts';

const phone = new Phone().use();
const set = (change: object, id = NUMBER) => phone.control('PATCH', `setup/numbers/${id}`, change);
const read = async () => (await phone.graph('GET', `${NUMBER}/whatsapp_commerce_settings`)).body;
const write = (query: string) =>
	phone.graph('POST', `${NUMBER}/whatsapp_commerce_settings?${query}`);
const shown = async () => {
	const { numbers } = (await phone.control('GET', 'setup')).body;
	return numbers.find(({ id }: any) => id === NUMBER);
};

describe('commerce settings that were never saved', () => {
	it('are no row, and the defaults hold: carts come', async () => {
		await set({ cartEnabled: false });
		await set({ savedSettings: 'none' });
		expect(await read()).toEqual({ data: [] });
		expect(await shown()).toMatchObject({ cartEnabled: true, catalogVisible: false });
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).status).toBe(200);
	});

	it('become a row with one flag, then with both', async () => {
		await set({ savedSettings: 'none' });
		await write('is_catalog_visible=true');
		expect(await read()).toEqual({ data: [{ is_catalog_visible: true, id: expect.any(String) }] });
		await write('is_cart_enabled=false');
		expect((await read()).data).toMatchObject([
			{ is_cart_enabled: false, is_catalog_visible: true },
		]);
	});

	it.each([
		['cartOnly', { is_cart_enabled: true }],
		['catalogOnly', { is_catalog_visible: true }],
	])('%s is a row with one flag', async (savedSettings, row) => {
		await set({ savedSettings });
		expect((await read()).data).toEqual([{ ...row, id: expect.any(String) }]);
	});

	it('are saved by the switch of the setup, too', async () => {
		await set({ savedSettings: 'none', cartEnabled: false });
		expect((await read()).data).toEqual([{ is_cart_enabled: false, id: expect.any(String) }]);
		expect(await shown()).toMatchObject({ savedSettings: 'cartOnly' });
	});
});

describe('a test number', () => {
	beforeEach(() => set({ testNumber: true, allowedRecipients: ['+16505551234', '541155550123'] }));

	it('reaches the numbers on its list, spelt as they are there', async () => {
		expect((await phone.send(text())).status).toBe(200);
		for (const to of ['+4917604069011', '+5491155550123'])
			refused(await phone.send({ ...text(), to }), 131030, /allowed list/);
		expect((await phone.send({ ...text(), to: '+541155550123' })).status).toBe(200);
		expect((await phone.log()).find(({ reason }) => reason !== null).reason).toContain(
			'A test number sends to the phone numbers on its list only',
		);
	});

	it('refuses the user id even of somebody on the list', async () => {
		refused(await phone.send({ ...text(), to: undefined, recipient: PABLO }), 131030, /list/);
		refused(await phone.send({ ...text(), to: PABLO }), 131030, /list/);
		expect(await phone.messages()).toEqual([]);
		expect((await phone.send({ ...text(), to: '+4917604069011' }, GERMAN_NUMBER)).status).toBe(200);
	});

	it('refuses new commerce settings', async () => {
		expect((await write('is_cart_enabled=false')).body.error).toMatchObject({ code: 100 });
		expect((await read()).data[0].is_cart_enabled).toBe(true);
	});

	it.each([
		[{ allowedRecipients: '16505551234' }, '"allowedRecipients" must be a list'],
		[{ allowedRecipients: [16505551234] }, '"allowedRecipients" must be a list'],
		[{ testNumber: 'yes' }, '"testNumber" must be true or false'],
		[{ savedSettings: 'some' }, '"savedSettings" must be one of both, cartOnly'],
	])('%j is refused', async (change, words) => {
		expect((await set(change)).body.error).toContain(words);
	});
});
