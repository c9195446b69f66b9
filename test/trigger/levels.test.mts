import { verifyTokenFor } from '../../nodes/WhatsAppCommerceTrigger/registration/verifyToken';
import { useSandbox } from '../support/sandbox';
import { LEVELS, Meta, on, OtherService } from '../support/meta.mts';
import { N8n, TriggerNode } from '../support/registrationHost.mts';

const { credential, calls } = useSandbox();

const other = new OtherService();
const n8n = new N8n();
let meta: Meta;

beforeAll(async () => {
	meta = new Meta(credential);
	await other.start();
	await n8n.start();
});
afterAll(async () => {
	await other.stop();
	await n8n.stop();
});
beforeEach(async () => {
	n8n.published.clear();
	n8n.listening.clear();
	n8n.log.length = 0;
});

const REPLACE = { replaceCallback: true };
const PUT_BACK = { replaceCallback: true, otherVerifyToken: other.verifyToken };

describe.each(LEVELS)('%s', (level) => {
	const trigger = (options: object = {}) => new TriggerNode(credential, on(level, options));
	const standing = async () => await meta.at(level);
	const testUrl = (node: TriggerNode) => n8n.urlOf(node, 'test');
	const startsWith = (url: string) =>
		expect.stringMatching(new RegExp(`^${url}\\?before=[\\w-]+$`));

	// Meta takes no URL for an account or a number before the app receives messages.
	beforeEach(async () => {
		if (level === 'app') return;
		await meta.set('app', other.url('app'), other.verifyToken);
		await meta.subscribe();
	});

	it('is set when the workflow is published, and cleared afterwards', async () => {
		const before = await meta.all();
		const node = trigger();
		await n8n.publish(node);
		expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
		await n8n.unpublish(node);
		expect(await meta.all()).toEqual(before);
	});

	it('is not set again where it stands', async () => {
		const node = trigger();
		await n8n.publish(node);
		const made = (await calls()).filter(({ method }) => method === 'POST').length;
		await n8n.publish(node);
		expect((await calls()).filter(({ method }) => method === 'POST')).toHaveLength(made);
	});

	it('is set for a test event, and cleared afterwards', async () => {
		const node = trigger();
		for (let round = 0; round < 2; round++) {
			await n8n.listen(node);
			expect(await standing()).toEqual(startsWith(testUrl(node)));
			await n8n.stopListening(node);
			expect(await standing()).toBeUndefined();
		}
	});

	describe('where another service is', () => {
		beforeEach(async () => await meta.set(level, other.url(), other.verifyToken));

		it('takes nothing over unasked, and says whose URL stands there without its query', async () => {
			const node = trigger();
			for (const attempt of [n8n.publish.bind(n8n), n8n.listen.bind(n8n)]) {
				const failure = await attempt(node).catch((error: Error) => error);
				expect(failure?.message).toContain(
					`already delivers to another service (${other.shown()}). Use another registration`,
				);
				expect(failure?.message).toContain('if you also enter its verify token');
				expect(JSON.stringify(failure)).not.toContain('key=');
				expect(await standing()).toBe(other.url());
			}
		});

		it('puts it back as it was when the builder gave its verify token', async () => {
			const before = await meta.all();
			const node = trigger(PUT_BACK);
			await n8n.publish(node);
			expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
			await n8n.unpublish(node);
			expect(await meta.all()).toEqual(before);
			await n8n.listen(node);
			await n8n.stopListening(node);
			expect(await meta.all()).toEqual(before);
		});

		it('shows nobody its URL: what is remembered is sealed', async () => {
			await n8n.publish(trigger(PUT_BACK));
			const [, memory] = (await standing())?.split('?before=') ?? [];
			expect(Buffer.from(memory, 'base64url').toString('latin1')).not.toContain('hook');
		});

		it('says beforehand and afterwards what has to be pasted again without its verify token', async () => {
			const node = trigger(REPLACE);
			await n8n.publish(node);
			const advice = `${other.shown()} was the callback URL of`;
			expect(n8n.log.filter((line) => line.startsWith(advice))).toHaveLength(1);
			await n8n.unpublish(node);
			expect(await standing()).toBeUndefined();
			expect(n8n.log.filter((line) => line.startsWith(advice))).toHaveLength(2);
			expect(n8n.log.join()).not.toContain('key=');
		});

		it('clears it when the verify token is not the right one, and says so', async () => {
			const node = trigger({ ...REPLACE, otherVerifyToken: 'another token' });
			await n8n.publish(node);
			await n8n.unpublish(node);
			expect(await standing()).toBeUndefined();
			expect(n8n.log.join()).toContain('enter URL and verify token again');
		});

		it('leaves alone what somebody else has put there in the meantime', async () => {
			const node = trigger(PUT_BACK);
			await n8n.publish(node);
			await meta.set(level, other.url('new'), other.verifyToken);
			await n8n.unpublish(node);
			expect(await standing()).toBe(other.url('new'));
		});
	});

	describe('while the workflow is live', () => {
		it('refuses to divert its messages for a test, and says how it can be', async () => {
			const node = trigger();
			await n8n.publish(node);
			const live = await standing();
			await expect(n8n.listen(node)).rejects.toThrow(
				/already delivers to this workflow's live URL\. Unpublish the workflow while you listen, or turn on/,
			);
			expect(await standing()).toBe(live);
		});

		it('puts the live URL back after a test that the builder agreed to, and what was before it in the end', async () => {
			await meta.set(level, other.url(), other.verifyToken);
			const node = trigger(PUT_BACK);
			await n8n.publish(node);
			const live = await standing();
			await n8n.listen(node);
			expect(await standing()).toEqual(startsWith(testUrl(node)));
			await n8n.stopListening(node);
			expect(await standing()).toBe(live);
			await n8n.unpublish(node);
			expect(await standing()).toBe(other.url());
		});

		it('puts back what was before both when it is unpublished during the test', async () => {
			await meta.set(level, other.url(), other.verifyToken);
			const node = trigger(PUT_BACK);
			await n8n.publish(node);
			await n8n.listen(node);
			await n8n.unpublish(node);
			await n8n.stopListening(node);
			expect(await standing()).toBe(other.url());
		});
	});

	it('finds its own former live URL after an address of n8n has changed', async () => {
		const node = trigger();
		await n8n.publish(node);
		const former = await standing();
		n8n.endpoint = 'hooks';
		await n8n.publish(node);
		expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
		expect(await standing()).not.toBe(former);
		await n8n.unpublish(node);
		expect(await standing()).toBeUndefined();
		n8n.endpoint = 'webhook';
	});

	it('puts the live URL back also when the app secret has changed meanwhile', async () => {
		const node = trigger(REPLACE);
		await n8n.publish(node);
		const [live, memory] = (await standing())?.split('?before=') ?? [];
		const forged = `${live}?before=${memory.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`;
		await meta.set(level, forged, verifyTokenFor(live, credential.appSecret));
		await n8n.listen(node);
		await n8n.stopListening(node);
		expect(await standing()).toEqual(startsWith(live));
	});

	describe('after a crash', () => {
		it('of a live workflow, unpublishing puts back what stood before', async () => {
			await meta.set(level, other.url(), other.verifyToken);
			const node = trigger(PUT_BACK);
			await n8n.publish(node);
			await n8n.crash();
			await n8n.unpublish(node);
			expect(await standing()).toBe(other.url());
		});

		const left = async (node: TriggerNode) => {
			await n8n.publish(node);
			await n8n.listen(node);
			await n8n.crash();
			expect(await standing()).toEqual(startsWith(testUrl(node)));
		};

		it('during a test beside the live workflow, the next test heals', async () => {
			const node = trigger(REPLACE);
			await left(node);
			await n8n.listen(node);
			await n8n.stopListening(node);
			expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
		});

		it('during a test beside the live workflow, unpublishing heals', async () => {
			const node = trigger(REPLACE);
			await left(node);
			await n8n.unpublish(node);
			expect(await standing()).toBeUndefined();
		});

		it('during a test beside the live workflow, a start that registers anew heals', async () => {
			const node = trigger(REPLACE);
			await n8n.publish(node);
			await n8n.listen(node);
			await n8n.crash('earlier');
			expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
		});

		it('during a test alone, publishing heals without a question', async () => {
			const node = trigger();
			await n8n.listen(node);
			await n8n.crash();
			await n8n.publish(node);
			expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
			await n8n.unpublish(node);
			expect(await standing()).toBeUndefined();
		});
	});

	describe('with another workflow of this package', () => {
		it('is told whose it is, and puts it back without any token', async () => {
			const first = trigger();
			await n8n.publish(first);
			const before = await standing();
			await expect(n8n.publish(trigger())).rejects.toThrow(/another workflow of this n8n \(127/);
			const second = trigger(REPLACE);
			await n8n.publish(second);
			await n8n.unpublish(second);
			expect(await standing()).toBe(before);
		});

		it('skips the one that was unpublished in the meantime', async () => {
			await meta.set(level, other.url('x'), other.verifyToken);
			const first = trigger(PUT_BACK);
			const second = trigger(PUT_BACK);
			await n8n.publish(first);
			await n8n.listen(second);
			await n8n.unpublish(first);
			await n8n.stopListening(second);
			expect(await standing()).toBe(other.url('x'));
		});
	});

	describe('when Meta refuses', () => {
		const set = async (troubles: object) =>
			await fetch(`${credential.baseUrl}/control/troubles`, {
				method: 'PATCH',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(troubles),
			});

		it('lets n8n end the workflow, and logs what to do', async () => {
			const node = trigger();
			await n8n.publish(node);
			await set({ serverFailures: 100 });
			await n8n.unpublish(node);
			expect(n8n.log.join()).toMatch(
				/could not be put back: .* publish and unpublish .* once more/,
			);
			expect(n8n.log.join()).not.toMatch(/sandbox-app-secret|sandbox-token/);
			await set({ serverFailures: 0 });
			expect(await standing()).toEqual(startsWith(n8n.urlOf(node)));
			await n8n.publish(node);
			await n8n.unpublish(node);
			expect(await standing()).toBeUndefined();
		});

		it('tries again when it is only for the moment', async () => {
			const node = trigger();
			await n8n.publish(node);
			await set({ serverFailures: 50 });
			await n8n.unpublish(node);
			await set({ serverFailures: 0 });
			expect(await standing()).toBeUndefined();
		});

		it('lets n8n end the workflow when the credential lost its App Secret', async () => {
			const node = trigger();
			await n8n.publish(node);
			node.credential.appSecret = '';
			await n8n.unpublish(node);
			expect(n8n.log.join()).toContain('left as it is (The credential lacks the App Secret.');
		});
	});

	it('says when the app secret is wrong: every delivery would be refused', async () => {
		const node = new TriggerNode({ ...credential, appSecret: 'wrong' }, on(level));
		await expect(n8n.publish(node)).rejects.toThrow(/Meta does not accept/);
		expect(await standing()).toBeUndefined();
	});

	it('keeps its hands off the other levels', async () => {
		const node = trigger();
		const levels = LEVELS.filter((one) => one !== level);
		if (level === 'app') await meta.set('app', other.url(), other.verifyToken);
		await meta.subscribe();
		for (const one of levels) await meta.set(one, other.url(one), other.verifyToken);
		if (level === 'app') await meta.clear('app');
		const before = await meta.all();
		await n8n.publish(node);
		const now = await meta.all();
		for (const one of levels) expect(now[one]).toBe(before[one]);
		await n8n.unpublish(node);
		expect(await meta.all()).toEqual(before);
	});

	it('subscribes the account when it is not, and says so', async () => {
		await meta.unsubscribe();
		await n8n.publish(trigger());
		expect(await meta.isSubscribed()).toBe(true);
		expect(n8n.log.join()).toContain('is subscribed to the Meta app now');
	});

	it('never subscribes an account again: that would clear its URL', async () => {
		await meta.set('app', other.url('app'), other.verifyToken);
		await meta.subscribe();
		await meta.set('businessAccount', other.url('account'), other.verifyToken);
		const node = trigger(PUT_BACK);
		await n8n.publish(node);
		await n8n.unpublish(node);
		expect(await meta.at('businessAccount')).toBe(other.url('account'));
	});
});

describe('app', () => {
	it('keeps the fields that others subscribed, and takes only its own away', async () => {
		await meta.set('app', other.url(), other.verifyToken, 'message_template_status_update');
		const node = new TriggerNode(credential, on('app', PUT_BACK));
		await n8n.publish(node);
		expect((await meta.fields()).sort()).toEqual([
			'message_template_status_update',
			'messages',
			'standby',
		]);
		await n8n.unpublish(node);
		expect(await meta.at('app')).toBe(other.url());
		expect(await meta.fields()).toEqual(['message_template_status_update']);
	});

	it("warns when the account's own URL keeps messages away", async () => {
		await meta.set('app', other.url(), other.verifyToken);
		await meta.subscribe();
		await meta.set('businessAccount', other.url('account'), other.verifyToken);
		await n8n.publish(new TriggerNode(credential, on('app', REPLACE)));
		expect(n8n.log.join()).toContain(
			`Messages of the business account go to ${other.shown('account')}`,
		);
	});
});

describe.each(['businessAccount', 'phoneNumber'] as const)('%s', (level) => {
	it('explains what to do when the app itself gets no messages', async () => {
		await expect(n8n.publish(new TriggerNode(credential, on(level)))).rejects.toThrow(
			/does not receive messages yet.*Use Registration "App", or enter any callback URL/,
		);
		expect(await meta.at(level)).toBeUndefined();
	});

	it('refuses what would not fit into 200 characters with what is to be put back', async () => {
		await meta.set('app', other.url(), other.verifyToken);
		await meta.subscribe();
		const long = other.url('x'.repeat(150));
		await meta.set(level, long, other.verifyToken);
		const node = new TriggerNode(credential, on(level, PUT_BACK));
		await expect(n8n.publish(node)).rejects.toThrow(/does not fit into the 200 characters/);
		expect(await meta.at(level)).toBe(long);
		// Without its verify token it cannot be put back anyway, and need not be remembered.
		const careless = new TriggerNode(credential, on(level, REPLACE));
		await n8n.publish(careless);
		expect(await meta.at(level)).toContain(n8n.urlOf(careless));
	});
});

describe('phoneNumber', () => {
	it('needs no App ID', async () => {
		await meta.set('app', other.url(), other.verifyToken);
		await meta.subscribe();
		const node = new TriggerNode({ ...credential, appId: '' }, on('phoneNumber'));
		await n8n.publish(node);
		expect(await meta.at('phoneNumber')).toContain(n8n.urlOf(node));
	});

	it.each(['', '..', '1/2', '106540352242922x'])('refuses the ID "%s"', async (value) => {
		const phoneNumberId = { __rl: true, mode: 'id', value };
		const node = new TriggerNode(credential, { registration: 'phoneNumber', phoneNumberId });
		await expect(n8n.publish(node)).rejects.toThrow(/Phone Number is not an ID/);
		expect(await calls()).toEqual([]);
	});
});
