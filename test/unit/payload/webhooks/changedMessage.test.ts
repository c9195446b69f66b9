import {
	readEditedMessage,
	readRevokedMessage,
} from '../../../../nodes/shared/payload/webhooks/changedMessage';
import { readTextMessage } from '../../../../nodes/shared/payload/webhooks/textMessage';
import { delivery, edited, pablo, revoked, text } from '../../../support/fixtures/deliveries';
import { readMessages } from '../../../support/fixtures/read';

const edit = (message: object) => readEditedMessage(readMessages(delivery([message]))[0]);
const revoke = (message: object) => readRevokedMessage(readMessages(delivery([message]))[0]);

it('an edited text is a text message with the message that it replaces', () => {
	expect(edit(edited())).toEqual({
		event: 'textMessage',
		messageId: 'wamid.EDIT1',
		sentAt: '2026-11-21T10:00:00.000Z',
		text: 'two loaves',
		quotedMessageId: null,
		editedMessageId: 'wamid.TEXT1',
		revokedMessageId: null,
		customer: expect.objectContaining({ key: pablo.user_id, name: 'Pablo' }),
		phoneNumberId: '106540352242922',
		displayPhoneNumber: '15550783881',
		businessAccountId: '102290129340398',
		standby: false,
	});
});

it.each<[object, string | null]>([
	[{ text: { body: '' } }, ''],
	[{ type: 'image', image: { caption: 'this one', id: '1' } }, 'this one'],
	[{ type: 'video', video: { id: '1' } }, ''],
	[{ type: 'document', document: { caption: null } }, ''],
	[{ type: 'text', text: { body: 7 } }, null],
	[{ type: 'text', text: 'none' }, null],
	[{ type: 'image', image: null }, null],
	// Nobody says what an edited poll looks like, so it is kept as it came.
	[{ type: 'poll', poll: { name: 'Bread?' } }, null],
	[{}, null],
])('of the new content %j the text is %j', (content, expected) => {
	expect(edit(edited(content))?.text ?? null).toBe(expected);
});

it('an edited message quotes what its new content quotes', () => {
	expect(edit(edited({ context: { id: 'wamid.LIST' }, text: { body: 'b' } }))).toMatchObject({
		quotedMessageId: 'wamid.LIST',
	});
});

it.each<[unknown]>([
	[undefined],
	[null],
	['none'],
	[[]],
	[{}],
	[{ message: { text: { body: 'a' } } }],
	[{ original_message_id: {}, message: { text: { body: 'a' } } }],
	[{ original_message_id: 'wamid.A' }],
	[{ original_message_id: 'wamid.A', message: [] }],
])('the edit %j is none that can be read', (given) => {
	expect(edit({ ...edited(), edit: given })).toBeNull();
});

it('a deleted message is one without text', () => {
	expect(revoke(revoked())).toMatchObject({
		event: 'textMessage',
		messageId: 'wamid.REVOKE1',
		text: '',
		quotedMessageId: null,
		editedMessageId: null,
		revokedMessageId: 'wamid.TEXT1',
	});
});

it.each<[unknown]>([[undefined], [null], ['wamid.A'], [{}], [{ original_message_id: null }]])(
	'of the deletion %j nobody knows what was deleted',
	(given) => {
		expect(revoke(revoked(given ?? null))).toBeNull();
	},
);

it('a text that nobody has changed replaces nothing, and quotes what it answers', () => {
	const read = (more: object) => readTextMessage(readMessages(delivery([text('hi', more)]))[0]);
	expect(read({ context: { id: 'wamid.LIST' } })).toMatchObject({
		text: 'hi',
		quotedMessageId: 'wamid.LIST',
		editedMessageId: null,
		revokedMessageId: null,
	});
	expect(read({ context: 'none' })).toMatchObject({ quotedMessageId: null });
});
