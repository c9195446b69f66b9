import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '../../docs');

/** Pixels; wider than any page that shows them. */
const WIDEST = 1_600;
/** Bytes. */
const LARGEST = 150_000;
const QUALITY = 0.86;

/**
 * Writes a screenshot into docs/, scaled down to what a page can show.
 *
 * @throws when the picture is too large to be loaded along with a page
 */
export async function save(browser: Browser, name: string, png: Buffer): Promise<void> {
	const picture = await webpOf(browser, png);
	if (picture.length > LARGEST) throw new Error(`${name} has ${picture.length} bytes.`);
	writeFileSync(path.join(folder, `${name}.webp`), picture);
	console.log(`docs/${name}.webp  ${Math.round(picture.length / 1000)} kB`);
}

/** Playwright writes PNG; the browser itself can make WebP of it. */
async function webpOf(browser: Browser, png: Buffer): Promise<Buffer> {
	const page = await browser.newPage();
	const address = await page.evaluate(
		async ([source, quality, widest]) => {
			const image = new Image();
			image.src = source;
			await image.decode();
			const scale = Math.min(1, widest / image.width);
			const canvas = document.createElement('canvas');
			canvas.width = Math.round(image.width * scale);
			canvas.height = Math.round(image.height * scale);
			const context = canvas.getContext('2d');
			if (!context) throw new Error('The browser draws nothing.');
			context.imageSmoothingQuality = 'high';
			context.drawImage(image, 0, 0, canvas.width, canvas.height);
			return canvas.toDataURL('image/webp', quality);
		},
		[`data:image/png;base64,${png.toString('base64')}`, QUALITY, WIDEST] as const,
	);
	await page.close();
	return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
