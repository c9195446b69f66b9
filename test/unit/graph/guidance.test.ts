import type { Refusal } from '../../../nodes/shared/graph/answer';
import { guidanceFor } from '../../../nodes/shared/graph/refusals/guidance';
import { verdictOn, waitBeforeRetry } from '../../../nodes/shared/graph/sending/retry';
import { codesIn, factSheet, retriedIn } from '../../support/metaApi.mts';

const refused = (code: number | null, details: string | null = null, more = {}): Refusal => ({
	kind: 'refused',
	httpStatus: 400,
	code,
	message: `(#${code}) Something`,
	details,
	traceId: null,
	...more,
});

/**
 * The table of facts 3: code, and its column Retry (Y back off and retry, W wait for a condition, N fix
 * first; two letters where the facts leave it open).
 */
const FACTS = codesIn(factSheet()).map(({ code, retry }): [number, string] => [code, retry]);

/** Facts 3, last paragraph: what may be tried again without asking anybody. */
const { rate: RATE, transient: TRANSIENT } = retriedIn(factSheet());

/** Milliseconds after which the builder is told that it can succeed; undefined where no wait helps. */
function waitOf(code: number): number | undefined {
	const { failure } = guidanceFor(refused(code));
	return failure && 'retryAfterMs' in failure ? failure.retryAfterMs : undefined;
}

describe('every code of the facts', () => {
	it.each(FACTS)('%i (%s) says what happened and what to do', (code, retry) => {
		const { what, todo } = guidanceFor(refused(code));
		expect(what).not.toBe('Meta refused the request');
		expect(what).toMatch(/^[A-Z].*[^.!?]$/);
		expect(todo).toMatch(/^[A-Z].*[.)]$/);
		expect(`${what} ${todo}`).not.toMatch(/\b(errors?|problems?|failures?|failed|mistakes?)\b/i);
		if (retry === 'Y') expect(waitOf(code)).toBeGreaterThan(0);
		if (retry === 'N') expect(waitOf(code)).toBeUndefined();
	});

	it.each(FACTS)('%i (%s) is tried again by itself exactly where the facts allow it', (code) => {
		const verdict = verdictOn(refused(code));
		const expected = TRANSIENT.includes(code)
			? ['transient']
			: RATE.includes(code)
				? ['rate', 'pause', 'pair']
				: ['final'];
		expect(expected).toContain(verdict);
		expect(waitBeforeRetry(verdict, refused(code), 1) === null).toBe(verdict === 'final');
		expect(waitOf(code) !== undefined || verdict === 'final').toBe(true);
	});

	it('has a cause in n8n’s terms where there is one', () => {
		const causes = (codes: number[]) =>
			codes.map((code) => guidanceFor(refused(code)).failure?.cause);
		expect(new Set(causes(RATE))).toEqual(new Set(['rate-limited']));
		expect(new Set(causes(TRANSIENT))).toEqual(new Set(['temporarily-unavailable']));
		expect(new Set(causes([0, 190, 3, 10, 200, 131005]))).toEqual(new Set(['credential-invalid']));
		expect(guidanceFor(refused(131056)).failure).toEqual({
			cause: 'rate-limited',
			retryAfterMs: 6_000,
		});
	});
});

it('the codes are read from the table of the facts', () => {
	expect(FACTS.length).toBeGreaterThan(80);
	for (const [, retry] of FACTS) expect(['Y', 'N', 'W', 'NW', 'NY']).toContain(retry);
	expect(new Map(FACTS)).toEqual(
		new Map([...FACTS, [0, 'N'], [1, 'Y'], [210, 'N'], [131052, 'NY'], [132069, 'Y']]),
	);
	expect(RATE.length + TRANSIENT.length).toBeGreaterThan(10);
});

describe('131009 is told apart by its details', () => {
	it.each([
		['Products not found in FB Catalog', 'None of the products is in the catalog'],
		[
			'product not found for product_retailer_id BAK-RYE in catalog_id 194836987003835',
			'WhatsApp does not show the product or products of this message at the moment',
		],
		[
			'None of the products provided could be sent. Please check your catalog.',
			'WhatsApp does not show the product or products of this message at the moment',
		],
		['Invalid catalog_id', 'The catalog is not connected to the business account'],
		[
			'Unsupported Interactive Message type',
			'Meta does not take this kind of message from this business',
		],
		[
			"interactive['header']['text'] cannot have formatting characters or line breaks.",
			'Meta does not take the text of the header',
		],
		['Uno de los valores de la solicitud no es válido.', 'Meta refused a value of the message'],
		["action['parameters'] cannot be empty", 'The catalog message has no product for its picture'],
		['Invalid thumbnail_product_retailer_id', 'The catalog message has no product for its picture'],
		[
			'Please check that a catalog is linked to your WABA and enabled in commerce settings',
			'The catalog is not connected to the business account or is hidden',
		],
		['header text is too long', 'Meta refused a value of the message'],
		[null, 'Meta refused a value of the message'],
	])('%s', (details, what) => {
		expect(guidanceFor(refused(131009, details)).what).toBe(what);
	});
});

describe('other codes with several causes', () => {
	it.each([
		[100, 'Invalid catalog_id', 'The catalog is not connected to the business account'],
		[
			100,
			'Object does not exist, cannot be loaded due to missing permission or reviewable feature',
			'What was asked for does not exist, or the access token has no right to it',
		],
		[
			100,
			"Unsupported get request. Object with ID '1' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
			'Meta does not know this object or field for this token',
		],
		[100, null, 'Meta does not know this object or field for this token'],
		[
			132018,
			'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
			'A value of the template holds a line break, a tab or more than four blanks in a row',
		],
		[132018, 'Otra cosa', 'The values do not fit the template'],
		// Words of one code say nothing about another one.
		[131008, 'Invalid catalog_id', 'A required value is missing in the message'],
	])('%i %s', (code, details, what) => {
		expect(guidanceFor(refused(code, details)).what).toBe(what);
	});

	it('are told from the message where Meta gives no details', () => {
		const message = '(#100) Invalid catalog_id';
		expect(guidanceFor(refused(100, null, { message })).what).toBe(
			'The catalog is not connected to the business account',
		);
	});
});

describe('what is not in the table', () => {
	it('keeps Meta’s own words for an unknown code', () => {
		expect(guidanceFor(refused(999_999)).what).toBe('Meta refused the request');
		expect(verdictOn(refused(999_999))).toBe('final');
	});

	it('is tried again when Meta calls it transient', () => {
		expect(verdictOn(refused(999_999, null, { isTransient: true }))).toBe('transient');
	});

	it('is judged by the code and not by the HTTP status', () => {
		for (const httpStatus of [200, 400, 429, 500, 503]) {
			expect(verdictOn(refused(131009, null, { httpStatus }))).toBe('final');
			expect(verdictOn(refused(130429, null, { httpStatus }))).toBe('rate');
		}
	});
});

describe('no answer', () => {
	it.each([
		['ECONNREFUSED', 'unreachable'],
		['ENOTFOUND', 'unreachable'],
		['EAI_AGAIN', 'unreachable'],
		['ERR_INVALID_URL', 'final'],
		['ECONNRESET', 'unclear'],
		['ECONNABORTED', 'unclear'],
		['ETIMEDOUT', 'unclear'],
		['ERR_CANCELED', 'unclear'],
		['EPIPE', 'unclear'],
		['unknown', 'unclear'],
	])('%s is %s', (code, verdict) => {
		expect(verdictOn({ kind: 'unanswered', code })).toBe(verdict);
	});

	it('is never a reason to send again by itself', () => {
		const refusal = { kind: 'unanswered', code: 'ECONNRESET' } as const;
		expect(waitBeforeRetry('unclear', refusal, 1)).toBeNull();
	});
});

describe('waits', () => {
	const waits = (verdict: Parameters<typeof waitBeforeRetry>[0], code: number, tries = 5) =>
		Array.from({ length: tries }, (_, index) => waitBeforeRetry(verdict, refused(code), index + 1));

	it('are 4^X seconds, at least 6 for one recipient, and end where nothing tells how long', () => {
		expect(waits('transient', 131016)).toEqual([1_000, 4_000, 16_000, null, null]);
		expect(waits('pause', 4)).toEqual([1_000, 4_000, 16_000, 64_000, 64_000]);
		expect(waits('pair', 131056)).toEqual([6_000, 6_000, 16_000, 64_000, 64_000]);
		expect(waits('transient', 131057)).toEqual([16_000, 64_000, 64_000, null, null]);
		expect(waits('rate', 130429, 9).at(-1)).toBe(16_000);
	});
});
