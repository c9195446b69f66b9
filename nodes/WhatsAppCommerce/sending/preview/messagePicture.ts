import { type DroppedProduct, droppedSentence } from '../../../shared/payload/catalog/availability';
import { Canvas, type Picture } from './canvas';

/** A product as a message shows it. */
export interface ShownProduct {
	sku: string;
	/** Null where the catalog could not be read. */
	name: string | null;
	priceText: string | null;
	imageUrl: string | null;
	/** Why the customer could not order it now, in words; null when they can. */
	warning: string | null;
}

/** What a message shows. */
export interface ShownMessage {
	header: string | null;
	body: string | null;
	footer: string | null;
	/** Button under the message, as WhatsApp labels it; null where there is none. */
	button: string | null;
	/** Whether the products are on the message itself instead of behind the button. */
	isOnMessage: boolean;
	sections: Array<{ title: string | null; products: ShownProduct[] }>;
	leftOut: DroppedProduct[];
}

const WIDTH = 420;
const COLORS = {
	chat: '#efeae2',
	paper: '#ffffff',
	picture: '#dfe5e1',
	line: '#e4e4e4',
	text: '#1b2024',
	quiet: '#61696e',
	action: '#00705f',
	warning: '#a33a00',
};
const BUBBLE = { left: 14, right: 350 };
const LIST = { left: 14, right: WIDTH - 14 };
const PADDING = 12;

/** Draws a message as the customer will see it: the bubble, and the list that its button opens. */
export function messagePicture(message: ShownMessage): Picture {
	const canvas = new Canvas();
	canvas.y = 14;
	bubble(canvas, message);
	if (!message.isOnMessage) opened(canvas, message);
	else if (productsOf(message).length > 1) cards(canvas, message);
	if (message.leftOut.length > 0) leftOut(canvas, message.leftOut);
	canvas.y += 14;
	return canvas.picture(WIDTH, COLORS.chat, message.header ?? message.body ?? 'Product message');
}

/** A white box with a padding around what `draw` puts into it. */
function paper(
	canvas: Canvas,
	{ left, right }: { left: number; right: number },
	draw: (left: number, right: number) => void,
): void {
	const top = canvas.y;
	canvas.y += PADDING;
	draw(left + PADDING, right - PADDING);
	canvas.y += PADDING;
	canvas.boxBehind(top, left, right, COLORS.paper);
}

function bubble(canvas: Canvas, message: ShownMessage): void {
	const { header, body, footer, button, isOnMessage } = message;
	const [first, ...others] = productsOf(message);
	paper(canvas, BUBBLE, (left, right) => {
		if (isOnMessage && first && others.length === 0) {
			canvas.photo(first.imageUrl, left, right - left, 120, COLORS.picture);
			canvas.y += 130;
			product(canvas, left, right, first);
			canvas.y += 4;
		}
		if (header) canvas.text(header, left, right, { size: 15, color: COLORS.text, bold: true });
		if (header && body) canvas.y += 4;
		if (body) canvas.text(body, left, right, { size: 14, color: COLORS.text });
		if (footer) {
			canvas.y += 4;
			canvas.text(footer, left, right, { size: 12, color: COLORS.quiet });
		}
		if (button) action(canvas, button, left, right);
	});
}

function action(canvas: Canvas, button: string, left: number, right: number): void {
	canvas.y += 8;
	canvas.line(left, right, COLORS.line);
	canvas.y += 10;
	canvas.text(button, left, right, { size: 14, color: COLORS.action, align: 'middle' });
}

/** The cards of a carousel, one below the other instead of side by side. */
function cards(canvas: Canvas, message: ShownMessage): void {
	heading(canvas, 'Cards to swipe through');
	paper(canvas, LIST, (left, right) => rows(canvas, productsOf(message), left, right));
}

const productsOf = ({ sections }: ShownMessage): ShownProduct[] =>
	sections.flatMap(({ products }) => products);

function opened(canvas: Canvas, { sections, button }: ShownMessage): void {
	heading(canvas, `Behind “${button}”`);
	paper(canvas, LIST, (left, right) => {
		sections.forEach(({ title, products }, index) => {
			if (index > 0) canvas.y += 10;
			if (title) {
				canvas.text(title, left, right, { size: 12, color: COLORS.action, bold: true });
				canvas.y += 4;
			}
			rows(canvas, products, left, right);
		});
	});
}

function rows(canvas: Canvas, products: ShownProduct[], left: number, right: number): void {
	for (const one of products) {
		const top = canvas.y;
		canvas.photo(one.imageUrl, left, 36, 36, COLORS.picture);
		product(canvas, left + 46, right, one);
		canvas.y = Math.max(canvas.y, top + 36) + 8;
	}
}

function product(canvas: Canvas, left: number, right: number, shown: ShownProduct): void {
	const { sku, name, priceText, warning } = shown;
	canvas.text(name ?? sku, left, right, { size: 14, color: COLORS.text, single: true });
	const facts = [priceText, name === null ? null : sku].filter((fact) => fact !== null).join(' · ');
	if (facts) canvas.text(facts, left, right, { size: 12, color: COLORS.quiet, single: true });
	if (warning) canvas.text(`Now ${warning}`, left, right, { size: 12, color: COLORS.warning });
}

function leftOut(canvas: Canvas, products: DroppedProduct[]): void {
	heading(canvas, 'Left out');
	paper(canvas, LIST, (left, right) => {
		for (const one of products) {
			canvas.text(droppedSentence(one), left, right, { size: 12, color: COLORS.warning });
		}
	});
}

function heading(canvas: Canvas, text: string): void {
	canvas.y += 14;
	canvas.text(text, LIST.left, LIST.right, { size: 12, color: COLORS.quiet });
	canvas.y += 4;
}
