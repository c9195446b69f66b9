import { oneLine, widthOf } from '../../../../nodes/WhatsAppCommerce/sending/preview/measure';

it('cuts a long line without laying out all of it', () => {
	// A name of the catalog can have any length; only its first line is drawn.
	const cut = oneLine('Rye bread '.repeat(200_000), 14, 200);
	expect(cut).toMatch(/^Rye bread.*…$/);
	expect(widthOf(cut, 14)).toBeLessThanOrEqual(200);
	expect(oneLine('Rye', 14, 200)).toBe('Rye');
});
