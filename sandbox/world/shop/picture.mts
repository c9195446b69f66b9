import { createHash } from 'node:crypto';
import type { Product } from '../catalog/product.mts';
import { escapeMarkup } from '../markup.mts';

/** One simple drawing per shelf; `fill` is the product's own colour. Coordinates lie in a 400 × 400 square. */
const DRAWINGS: Record<string, (fill: string) => string> = {
	Bakery: (fill) =>
		`<ellipse cx="200" cy="190" rx="130" ry="78" fill="${fill}"/><path d="M130 150l30 60M185 138l30 70M240 142l30 62" stroke="#fff" stroke-width="10" stroke-linecap="round" opacity=".7"/>`,
	'Fruit & Vegetables': (fill) =>
		`<circle cx="200" cy="200" r="92" fill="${fill}"/><path d="M200 108c0-30 14-46 40-50-2 30-14 46-40 50z" fill="#4b8b3b"/><ellipse cx="168" cy="172" rx="18" ry="28" fill="#fff" opacity=".35"/>`,
	'Dairy & Eggs': (fill) =>
		`<path d="M165 80h70v50l25 40v120H140V170l25-40z" fill="${fill}"/><rect x="140" y="200" width="120" height="50" fill="#fff" opacity=".7"/>`,
	'Coffee & Tea': (fill) =>
		`<path d="M110 140h150v90a60 60 0 0 1-60 60h-30a60 60 0 0 1-60-60z" fill="${fill}"/><path d="M260 160h22a30 30 0 0 1 0 66h-22" fill="none" stroke="${fill}" stroke-width="18"/><path d="M160 110c-14-20 14-26 0-48M205 110c-14-20 14-26 0-48" fill="none" stroke="#bbb" stroke-width="8" stroke-linecap="round"/>`,
	Pantry: (fill) =>
		`<rect x="130" y="110" width="140" height="180" rx="24" fill="${fill}"/><rect x="140" y="82" width="120" height="34" rx="8" fill="#777"/><rect x="130" y="170" width="140" height="64" fill="#fff" opacity=".75"/>`,
	Sweets: (fill) =>
		`<circle cx="200" cy="185" r="70" fill="${fill}"/><path d="M130 185L70 145v80zM270 185l60-40v80z" fill="${fill}" opacity=".75"/><path d="M165 150q35 35 70 70" stroke="#fff" stroke-width="10" fill="none" opacity=".7"/>`,
};

function box(fill: string): string {
	return `<path d="M90 150l110-50 110 50v120l-110 50-110-50z" fill="${fill}"/><path d="M90 150l110 50 110-50M200 200v120" fill="none" stroke="#fff" stroke-width="6" opacity=".7"/>`;
}

/** Range of hues for each shelf, in degrees: no blue bread. Other categories use all hues. */
const HUES: Record<string, [from: number, to: number]> = {
	Bakery: [22, 42],
	'Fruit & Vegetables': [0, 120],
	'Dairy & Eggs': [195, 225],
	'Coffee & Tea': [14, 36],
	Pantry: [25, 95],
	Sweets: [300, 360],
};

/** A product's picture as SVG; the same product always gets the same one. */
export function drawPicture(product: Product): string {
	const [from, to] = HUES[product.category] ?? [0, 360];
	const share = (createHash('sha256').update(product.sku).digest()[0] ?? 0) / 256;
	const hue = from + share * (to - from);
	const draw = DRAWINGS[product.category] ?? box;
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">',
		`<rect width="400" height="400" fill="hsl(${hue.toFixed(0)} 45% 93%)"/>`,
		draw(`hsl(${hue.toFixed(0)} 55% 55%)`),
		`<text x="200" y="362" font-family="sans-serif" font-size="22" text-anchor="middle" fill="#333">${escapeMarkup(product.name)}</text>`,
		'</svg>',
	].join('');
}

export function pictureUrl(origin: string, sku: string): string {
	return origin + picturePath(sku);
}

export function picturePath(sku: string): string {
	return `/pictures/${encodeURIComponent(sku)}.svg`;
}
