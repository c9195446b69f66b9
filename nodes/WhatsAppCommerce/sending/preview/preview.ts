import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Product } from '../../../shared/graph/catalog/products';
import type { OutgoingMessage } from '../../../shared/payload/messages/envelope';
import type { Recipient } from '../../../shared/payload/rules/recipient';
import { pairedWith } from '../../items/failure';
import type { Items } from '../../items/items';
import { productItem } from '../../items/productItem';
import type { Run } from '../../items/run';
import { CHARGE, inWords } from '../messageCount';
import { messageItem } from '../output/messageItem';
import { messagesOf, type Output, type Part, type SendTask } from '../task';
import type { Picture } from './canvas';
import { messagePicture } from './messagePicture';
import { pageOf } from './page';
import { shownMessage } from './shownMessage';

/** Pictures of a run. They are stored with it, and nobody looks at more. */
const PICTURES = 50;

/**
 * Whether the builder wants to look at the messages instead of sending them. A sent message cannot be
 * taken back, so anything but a clear no counts as yes, and one item of a message is enough.
 */
export function isPreview(run: Run, items: Items): boolean {
	return items.some((item) => {
		const { previewOnly } = run.options(item);
		const isNo = typeof previewOnly === 'string' && previewOnly.trim().toLowerCase() === 'false';
		return !isNo && Boolean(previewOnly);
	});
}

/**
 * Shows what the tasks would send: the exact request bodies, their products, and a picture. Says in the
 * editor that nothing was sent, where to look, and what sending costs.
 *
 * @param total messages of the whole run
 */
export function previews(run: Run, tasks: SendTask[], total: number): Output {
	const output: Output = new Map();
	let shown = 0;
	for (const task of tasks) {
		const messages = messagesOf(task);
		output.set(
			task,
			messages.map((message, index) => {
				const part = { index, parts: messages.length };
				const { json, ...item } = previewItem(task, message, part, shown++ < PICTURES);
				return { ...item, json: { ...json, messagesInRun: total } };
			}),
		);
	}
	if (shown > 0) {
		const some = shown > PICTURES ? `The first ${PICTURES} have a picture` : 'Each has a picture';
		const what = `Preview only: nothing was sent for ${inWords(shown)}. ${some} under Binary.`;
		run.inform(`${what} A real run sends ${inWords(total)}. ${CHARGE}`);
	}
	return output;
}

function previewItem(
	task: SendTask,
	message: OutgoingMessage,
	part: Part,
	hasPicture: boolean,
): INodeExecutionData {
	const { catalog = null, items, leftOut } = task;
	const fate = { status: 'preview', messageId: null, ...addressee(message.recipient) } as const;
	const shown = shownMessage(message, catalog, part.index === 0 ? leftOut : []);
	return {
		json: {
			...messageItem(task, message, part, fate),
			productDetails: message.products.map((sku) => details(sku, catalog)),
			payload: message.body as IDataObject,
		},
		...(hasPicture && { binary: asBinary(messagePicture(shown)) }),
		pairedItem: pairedWith(items),
	};
}

const addressee = (recipient: Recipient) => ({
	phone: 'to' in recipient ? recipient.to : null,
	userId: 'to' in recipient ? null : recipient.recipient,
});

/**
 * What the catalog has about a product; nothing but the SKU where it could not be asked. Descriptions
 * are long and not part of a message, and n8n stores them with each run.
 */
function details(sku: string, catalog: ReadonlyMap<string, Product> | null): IDataObject {
	const product = catalog?.get(sku);
	if (!product) return { sku };
	const facts = productItem(product);
	delete facts.description;
	return facts;
}

/** The picture to look at in the editor, and as a file. */
function asBinary(drawn: Picture): IBinaryKeyData {
	const picture = base64(drawn.svg);
	return {
		preview: {
			...inItem(base64(pageOf(drawn, picture))),
			// n8n 2.41 does not offer to view SVG and HTML files. It does so for Markdown, which can contain
			// HTML, and renders it with this file type.
			mimeType: 'text/markdown',
			fileType: 'html',
			fileName: 'preview.md',
			fileExtension: 'md',
		},
		picture: {
			...inItem(picture),
			mimeType: 'image/svg+xml',
			fileType: 'image',
			fileName: 'preview.svg',
			fileExtension: 'svg',
		},
	};
}

/** Kept in the item and not in n8n's file store, from which the editor would not render it. */
const inItem = (data: string) => ({ data, bytes: Buffer.byteLength(data, 'base64') });

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
