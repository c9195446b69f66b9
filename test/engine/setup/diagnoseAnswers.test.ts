import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { CREDENTIAL, type CredentialData } from '../../support/host';
import { PHONE_NUMBER_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';

/** What the host says to a path instead of what the sandbox would; nothing leaves it to the sandbox. */
type Answer = (path: string) => { status?: number; body: object } | 'none' | undefined;

const credential: CredentialData = { ...CREDENTIAL };
let sandbox: Sandbox;
let answer: Answer;
/** Requests since the test began. */
let asked = 0;

beforeAll(async () => {
	sandbox = createSandbox({ statusWebhooks: false });
	sandbox.app.addHook('onRequest', async (request, reply) => {
		const given = answer(new URL(request.url, 'http://localhost').pathname);
		asked++;
		if (given === 'none') {
			reply.hijack();
			request.raw.destroy();
		} else if (given) await reply.code(given.status ?? 200).send(given.body);
	});
	credential.baseUrl = await sandbox.listen();
});
beforeEach(() => (asked = 0));
afterAll(async () => await sandbox.close());

async function diagnose(options: object = {}) {
	const { json, error } = await runAction(credential, {
		resource: 'setup',
		operation: 'diagnose',
		phoneNumberId: byId(PHONE_NUMBER_ID),
		options: { ...options },
	});
	expect(error).toBeUndefined();
	return Object.fromEntries(json.map(({ check, ...found }) => [String(check), found]));
}

const numbers = (...ids: string[]): Answer => {
	const data = ids.map((id) => ({ id, display_phone_number: '+1 555' }));
	return (path) => (path.endsWith('/phone_numbers') ? { body: { data } } : undefined);
};

const refusal = (code: number) => ({ status: 400, body: { error: { message: 'No.', code } } });

describe('a refusal', () => {
	it.each([
		[1, "Meta's service is not available at the moment"],
		[2, "Meta's service is not available at the moment"],
		[4, 'Meta limits how often it is asked'],
		[80008, 'Meta limits how often it is asked'],
	])('with the code %s blames neither the app secret nor the token', async (code, what) => {
		answer = () => refusal(code);
		const found = await diagnose({ inspectToken: false });
		for (const check of ['appSubscription', 'accessToken', 'businessAccount', 'cart']) {
			expect(found[check]).toMatchObject({ status: 'warning', what: `Not checked. ${what}.` });
		}
	});

	it.each([0, 100, 101, 190])('with the code %s is one of App ID and App Secret', async (code) => {
		answer = (path) => (path.endsWith('/subscriptions') ? refusal(code) : undefined);
		expect((await diagnose()).appSubscription).toMatchObject({
			status: 'fail',
			what: 'Meta does not accept App ID and App Secret.',
		});
	});

	it.each([10, 100, 200, 299])('with the code %s is one of a token that was read', async (code) => {
		answer = (path) =>
			path.endsWith(String(credential.businessAccountId)) ? refusal(code) : undefined;
		expect((await diagnose({ inspectToken: false })).accessToken).toMatchObject({ status: 'ok' });
	});
});

it('repeats no secret that the host repeats, and no text at any length', async () => {
	const { accessToken, appSecret, businessAccountId } = credential;
	const echo = `Bearer ${accessToken} of ${appSecret} ${'x'.repeat(100_000)}`;
	const health = {
		can_send_message: 'BLOCKED',
		entities: [{ can_send_message: 'BLOCKED', additional_info: [echo] }],
	};
	answer = (path) => {
		if (path.endsWith(String(businessAccountId))) {
			return { body: { id: '1', name: 'Bakery', health_status: health } };
		}
		if (path.endsWith(PHONE_NUMBER_ID)) return { body: { id: '2', verified_name: echo } };
		return path.endsWith('/product_catalogs')
			? { body: { data: [{ id: '3', name: echo }] } }
			: undefined;
	};
	const found = await diagnose();
	for (const check of ['businessAccount', 'displayName', 'catalog']) {
		expect(found[check].what).toMatch(/Bearer ••• of ••• x+…$/);
		expect(found[check].what).toHaveLength(500);
	}
	for (const secret of [accessToken, appSecret]) {
		expect(JSON.stringify(found)).not.toContain(secret);
	}
});

it('asks nothing more after the first call without an answer, and speaks of no send', async () => {
	answer = () => 'none';
	const found = await diagnose();
	expect(asked).toBe(1);
	expect(found.accessToken).toMatchObject({
		status: 'fail',
		what: 'No answer came from the Graph API.',
	});
	for (const check of ['permissions', 'number', 'appSubscription', 'callbackUrl', 'cart']) {
		expect(found[check]).toMatchObject({
			status: 'warning',
			what: 'Not checked. No answer came from the Graph API.',
		});
	}
	expect(JSON.stringify(found)).not.toMatch(/took effect|Nothing was sent/);
});

it('keeps what it found before a call without an answer', async () => {
	answer = (path) => (path.endsWith('/subscribed_apps') ? 'none' : undefined);
	const found = await diagnose();
	expect(found).toMatchObject({ accessToken: { status: 'ok' }, number: { status: 'ok' } });
	expect(found).toMatchObject({ catalog: { status: 'warning' }, cart: { status: 'warning' } });
});

describe("Meta's list of what is wrong in a catalog", () => {
	const given = (body: unknown, status = 200) => {
		answer = (path) =>
			path.endsWith('/diagnostics') ? { status, body: body as object } : undefined;
	};
	async function findings(): Promise<Array<{ status: string; what: string; todo: string | null }>> {
		const { json, error } = await runAction(credential, {
			resource: 'setup',
			operation: 'diagnose',
			phoneNumberId: byId(PHONE_NUMBER_ID),
		});
		expect(error).toBeUndefined();
		expect(json.filter(({ check }) => check === 'products')).toMatchObject([{ status: 'ok' }]);
		const own = json.filter(({ check }) => check === 'catalogProblems');
		expect(own.length).toBeGreaterThan(0);
		return own as never;
	}
	const row = {
		title: 'Pictures are small.',
		subtitle: 'Use at least 500 × 500 pixels.',
		severity: 'MUST_FIX',
		type: 'IMAGE_QUALITY',
		number_of_affected_items: 3,
		error_code: 3379017,
		affected_channels: ['whatsapp', 'shops'],
	};
	const within = {
		type: 'IMAGE_RESOLUTION_LOW',
		description: '12 items need to be fixed',
		call_to_action: 'Go to Commerce Manager',
		number_of_affected_items: 12,
	};
	const SMALL = 'Pictures are small (must fix, 3 products). Use at least 500 × 500 pixels.';

	it.each<[string, unknown, string]>([
		['with its texts in the row', { data: [row] }, SMALL],
		['with a number as text', { data: [{ ...row, number_of_affected_items: '3' }] }, SMALL],
		[
			'with the problems within the row',
			{ data: [{ type: 'IMAGE_QUALITY', severity: 'MUST_FIX', diagnostics: [within, null] }] },
			'Image quality (must fix, 12 products). 12 items need to be fixed.',
		],
		['that is the row itself', { ...row, diagnostics: [within] }, SMALL],
		[
			'with another severity',
			{ data: [{ ...row, severity: 'WARNING' }] },
			SMALL.replace('must fix', 'warning'),
		],
		[
			'with nothing but a title',
			{ data: [{ title: 'Odd' }] },
			'Odd (must fix, an unknown number of products).',
		],
		[
			'with values of the wrong kind',
			{
				data: [
					null,
					7,
					'row',
					[],
					{},
					{
						...row,
						subtitle: 4,
						number_of_affected_items: -1,
						affected_channels: 'x',
						diagnostics: {},
					},
				],
			},
			'Pictures are small (must fix, an unknown number of products).',
		],
	])('%s is a warning', async (_name, body, what) => {
		given(body);
		const found = await findings();
		expect(found).toEqual([
			{
				check: 'catalogProblems',
				status: 'warning',
				what,
				todo: expect.stringMatching(/Commerce/),
			},
		]);
	});

	it.each<[string, unknown]>([
		['is empty', { data: [] }],
		['has only what may be better', { data: [{ ...row, severity: 'OPPORTUNITY' }] }],
		['is about other channels', { data: [{ ...row, affected_channels: ['shops'] }] }],
		['is about no product', { data: [{ ...row, number_of_affected_items: 0 }] }],
	])('that %s is ok', async (_name, body) => {
		given(body);
		expect(await findings()).toMatchObject([{ status: 'ok', todo: null }]);
	});

	const NO_LIST = 'Not checked: Meta gives no list that can be read.';

	it.each<[string, unknown, number, string]>([
		['Meta does not give', { error: { message: 'Nonexisting field', code: 100 } }, 400, NO_LIST],
		['an object does not have', { error: { message: 'Unsupported', code: 33 } }, 400, NO_LIST],
		['is refused with an unknown code', { error: { code: 987654 } }, 400, NO_LIST],
		['is refused without a code', { error: {} }, 400, NO_LIST],
		[
			'the token may not read',
			{ error: { message: '(#200) No.', code: 200 } },
			403,
			'Not checked. The access token lacks a permission.',
		],
		[
			'cannot be had now',
			{ error: { message: 'Later.', code: 2 } },
			500,
			"Not checked. Meta's service is not available at the moment.",
		],
		['has no data', {}, 200, NO_LIST],
		['has null as data', { data: null }, 200, NO_LIST],
		['has a text as data', { data: 'none' }, 200, NO_LIST],
		['has only empty rows', { data: [null, {}, { severity: 'MUST_FIX' }, []] }, 200, NO_LIST],
		['is no object', [], 200, NO_LIST],
		['is a page', '<html>', 200, NO_LIST],
	])('that %s is not checked, and no obstacle', async (_name, body, status, what) => {
		given(body, status);
		expect(await findings()).toEqual([
			{ check: 'catalogProblems', status: 'warning', what, todo: expect.stringMatching(/\.$/) },
		]);
	});

	it('names the most frequent ones and counts the others', async () => {
		const data = [1, 9, 2, 8, 3, 7, 4].map((count) => ({
			...row,
			title: `Problem ${count}`,
			number_of_affected_items: count,
		}));
		given({ data });
		const found = await findings();
		expect(found.map(({ what }) => /^Problem (\d)/.exec(what)?.[1])).toEqual([
			...['9', '8', '7', '4', '3'],
			undefined,
		]);
		expect(found.at(-1)?.what).toBe('Meta names 2 more of them.');
	});
});

describe('a number', () => {
	it.each<[string, Answer, string, RegExp]>([
		[
			'of another account',
			numbers('77', '78'),
			'fail',
			/Its numbers: \+1 555 \(77\), \+1 555 \(78\)\./,
		],
		['of an account without numbers', numbers(), 'fail', /Its numbers: none\./],
		['of this account', numbers('77', PHONE_NUMBER_ID), 'ok', /one of the business account/],
		[
			'of an account whose numbers cannot be read',
			(path) => (path.endsWith('/phone_numbers') ? refusal(80008) : undefined),
			'warning',
			/^Not checked\. Meta limits/,
		],
	])('%s', async (_name, given, status, what) => {
		answer = given;
		const found = await diagnose();
		expect(found.numberAccount).toMatchObject({ status, what: expect.stringMatching(what) });
		expect(found.number).toMatchObject({ status: 'ok' });
	});
});
