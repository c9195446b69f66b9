import {
	learnFromText,
	newPriceWriting,
	readCatalogPrice,
} from '../../../nodes/shared/payload/values/priceWriting';
import { LOCALES } from './locales';

/**
 * Prices as the platform itself writes them: every currency that it knows, in every locale. What was
 * formatted is what must be read; the reader sees nothing but text and currency. Platforms differ in
 * their data, so nothing here counts on a certain text.
 */
const AMOUNTS = [0, 0.5, 1.25, 5, 12.5, 999.99, 1234.5, 1250, 1234567.89];
const DISPLAYS = ['symbol', 'narrowSymbol', 'code'] as const;
const CURRENCIES = Intl.supportedValuesOf('currency');
const WITH_THREE_DECIMALS = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];

interface Tally {
	read: number;
	unread: string[];
	wrong: string[];
}

const percent = ({ read, unread, wrong }: Tally) =>
	(100 * unread.length) / (read + unread.length + wrong.length);

/** What the formatter shows of an amount: it rounds half up. */
const shown = (amount: number, decimals: number) =>
	Math.round(amount * 10 ** decimals) / 10 ** decimals;

/**
 * Formats the amounts and reads each text.
 *
 * @param isAlone whether the reader knows no other price, or the catalog that has all these amounts
 */
function tallyOf(
	currencies: string[],
	isAlone: boolean,
	style: Intl.NumberFormatOptions = {},
): Tally {
	const tally: Tally = { read: 0, unread: [], wrong: [] };
	for (const currency of currencies) {
		const options = { style: 'currency', currency, ...style } as const;
		const decimals =
			new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits ?? 2;
		const prices = AMOUNTS.map((amount) => shown(amount, decimals));
		for (const locale of LOCALES) {
			for (const currencyDisplay of DISPLAYS) {
				const format = new Intl.NumberFormat(locale, { ...options, currencyDisplay });
				const texts = AMOUNTS.map((amount) => format.format(amount));
				const writing = newPriceWriting();
				if (!isAlone) for (const text of texts) learnFromText(writing, text, currency);
				for (const [index, text] of texts.entries()) {
					const { price } = readCatalogPrice(text, currency, writing);
					if (price === prices[index]) tally.read++;
					else {
						const list = price === null ? tally.unread : tally.wrong;
						list.push(`${locale} ${currency} ${currencyDisplay} "${text}" as ${price}`);
					}
				}
			}
		}
	}
	return tally;
}

it('reads every currency in every locale, none wrong and under 1 % not at all', () => {
	const tally = tallyOf(CURRENCIES, false);
	expect(tally.wrong).toEqual([]);
	expect(percent(tally)).toBeLessThan(1);
	expect(tally.read).toBe(LOCALES.length * CURRENCIES.length * 27 - tally.unread.length);
	expect(CURRENCIES.length).toBeGreaterThan(150);
});

it.each<[string, object, boolean, number]>([
	['as usual', {}, false, 0],
	['as usual, each alone', {}, true, 50],
	['hidden', { minimumFractionDigits: 0, maximumFractionDigits: 0 }, false, 0],
	['hidden, each alone', { minimumFractionDigits: 0, maximumFractionDigits: 0 }, true, 50],
	['only where there are some', { trailingZeroDisplay: 'stripIfInteger' }, false, 0],
	['cut to two', { minimumFractionDigits: 2, maximumFractionDigits: 2 }, false, 0],
	['all shown', { minimumFractionDigits: 3, maximumFractionDigits: 3 }, false, 0],
])('reads none wrong with three decimals %s', (_name, style, isAlone, most) => {
	const tally = tallyOf(WITH_THREE_DECIMALS, isAlone, style);
	expect(tally.wrong).toEqual([]);
	expect(percent(tally)).toBeLessThanOrEqual(most);
});
