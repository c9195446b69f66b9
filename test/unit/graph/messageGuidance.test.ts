import { messageGuidance } from '../../../nodes/shared/graph/refusals/messageGuidance';
import { multiProductDraft } from '../../../nodes/shared/payload/messages/multiProduct';
import { validate } from '../../../nodes/shared/payload/problems';

const refused = (code: number, details: string | null = null) =>
	({
		kind: 'refused',
		httpStatus: 400,
		code,
		message: `(#${code}) Something`,
		details,
		traceId: null,
	}) as const;

function messageTo(recipient: unknown, headerText = 'Fresh today') {
	const draft = validate(multiProductDraft({ overflow: 'fail', singleWhenOne: false }), {
		phoneNumberId: '106540352242922',
		catalogId: '194836987003835',
		recipient,
		headerText,
		bodyText: 'Choose',
		sections: [{ skus: ['A'] }],
	});
	if (!draft.ok) throw new Error('not valid');
	return draft.value.messages(new Set())[0];
}

const USER = 'US.13491208655302741918';

describe('131030', () => {
	const todo = (recipient: unknown) => messageGuidance(refused(131030), messageTo(recipient)).todo;

	it('names the other spelling of the number', () => {
		expect(todo('+5491155550123')).toMatch(
			/API Setup\. \+5491155550123 is also written \+541155550123: if the list holds that one/,
		);
		expect(todo({ userId: USER, phone: '+525512345678' })).toContain('+5215512345678');
	});

	it('says what a user ID alone lacks', () => {
		expect(todo(USER)).toMatch(/A business-scoped user ID is not on that list: give the phone/);
	});

	it('adds nothing to an ordinary number', () => {
		expect(todo('+16505551234')).toMatch(/API Setup\.$/);
	});
});

describe('131009 in words that say nothing', () => {
	const guidance = (seen: string[], header?: string) =>
		messageGuidance(refused(131009, 'Algo no es válido'), messageTo(USER, header), seen);

	it('is explained by what the catalog shows', () => {
		expect(guidance(['A is out of stock.', 'B is hidden in the catalog.']).todo).toBe(
			'A is out of stock. B is hidden in the catalog.',
		);
	});

	it('names a character of the header that Meta may not take', () => {
		expect(guidance([], 'Size_M').todo).toBe(
			'Its header holds "_", which Meta may not take there: try it without.',
		);
		expect(guidance(['A is out of stock.'], 'Size_M').todo).toMatch(
			/^A is out .* header holds "_"/,
		);
	});

	it('lists what it may be where nothing is seen', () => {
		expect(guidance([]).todo).toMatch(/^Read what Meta said: /);
	});
});

it('131009 in words that tell the cause keeps them, with what the catalog shows', () => {
	const { what, todo } = messageGuidance(
		refused(131009, 'Products not found in FB Catalog'),
		messageTo(USER, 'Size_M'),
		['A is not in the catalog; did you mean AB?'],
	);
	expect(what).toBe('None of the products is in the catalog');
	expect(todo).toMatch(/business account\. A is not in the catalog; did you mean AB\?$/);
});

it('other codes stay as they are', () => {
	expect(messageGuidance(refused(131047), messageTo(USER, 'Size_M'), ['A']).todo).toMatch(
		/^Product messages go only/,
	);
});
