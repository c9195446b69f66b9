import { westernDigits } from '../values/digits';
import { trimmed } from '../values/text';
import type { PhoneRule } from './phoneRule';

/** The digits of a phone number, and what its writing tells about them. */
export interface WrittenPhone {
	digits: string;
	/**
	 * - `whatsApp`: an identity that WhatsApp itself uses, which is right whatever the numbering plans say (facts 17.9)
	 * - `international`: behind a plus
	 * - `dialled`: 00 and a country code, as most countries dial it; the digits begin with it
	 * - `national`: a leading zero, or grouped without a plus: the first digits are an area code
	 * - `plain`: digits alone, with or without a country code
	 */
	form: 'whatsApp' | 'international' | 'dialled' | 'national' | 'plain';
}

/**
 * Reads a phone number as people, sheets and other programs write it: any kind of blank, dash and digit, `tel:`,
 * `whatsapp:`, `wa.me/…`, `…@s.whatsapp.net`, the apostrophe that keeps a sheet from calculating.
 *
 * @param text without blanks at its ends, not empty
 * @returns the digits, or what keeps them from being a number
 */
export function readWritten(text: string): WrittenPhone | PhoneRule {
	// Most numbers of a run are written as Meta wants them.
	if (AS_SENT.test(text)) return { digits: text.slice(1), form: 'international' };
	const given = text.replace(QUOTES, '');
	const western = westernDigits(given);
	if (western === null) return { rule: 'phoneCharacters', given: text, characters: given };
	const plain = western.replace(PLUS, '+').replace(/%2b/gi, '+').replace(/%20/g, ' ');
	return chatOf(plain, text) ?? numberOf(trimmed(plain.replace(SCHEME, '')), text);
}

const AS_SENT = /^\+[1-9]\d*$/;

/** What a sheet or a copied cell puts around a text. */
const QUOTES = /^[\s=]*['"\u2018-\u201f\u00b4`]+|['"\u2018-\u201f\u00b4`]+$/g;

/** Plus signs of other scripts and heights. */
const PLUS = /[\uff0b\ufe62\u207a\ufb29]/g;

const SCHEME = /^(?:tel|phone|mobile|mob|cell|callto|sms|smsto|whatsapp|wa)\.?\s*:\s*(?:\/\/)?/i;

/** A chat link or an address of WhatsApp Web: the number in it has a country code. */
function chatOf(text: string, given: string): WrittenPhone | PhoneRule | undefined {
	const link = CHAT_LINK.exec(text) ?? SEND_LINK.exec(text);
	if (link) return { digits: link[1] ?? '', form: 'whatsApp' };
	const [, user = '', server = ''] = ADDRESS.exec(text) ?? [];
	if (server === 'g.us') return { rule: 'phoneNobody', given, what: 'group' };
	if (server === 'lid') return { rule: 'phoneNobody', given, what: 'hiddenId' };
	if (/^(?:broadcast|newsletter)$/.test(server)) {
		return { rule: 'phoneNobody', given, what: 'channel' };
	}
	return server === '' ? undefined : { digits: user, form: 'whatsApp' };
}

const CHAT_LINK = /^(?:https?:\/\/)?(?:www\.)?wa\.me\/\+?([1-9]\d{4,19})(?:[/?#].*)?$/i;
const SEND_LINK =
	/^(?:whatsapp:\/\/|(?:https?:\/\/)?(?:api\.|web\.|www\.|chat\.)?whatsapp\.com\/)send\/?\?(?:.*&)?phone=\+?([1-9]\d{4,19})(?:[&#].*)?$/i;
/** A device may stand behind the user: `49151…:12@s.whatsapp.net`. */
const ADDRESS =
	/^\+?([1-9]\d{4,19})(?:[.:-]\d+)*@(s\.whatsapp\.net|c\.us|g\.us|lid|newsletter|broadcast)$/i;

/** Longer is no way of writing a number, and takes long to look through. */
const LONGEST = 60;

function numberOf(text: string, given: string): WrittenPhone | PhoneRule {
	if (text.length > LONGEST) {
		return { rule: 'phoneCharacters', given, characters: text.replace(/[\d+]/g, '') };
	}
	const exact = withoutDecimals(text);
	if (exact === null) return { rule: 'phoneRounded', given };
	if (AS_SENT.test(exact)) return { digits: exact.slice(1), form: 'international' };
	if (/.\(\s*0\s*\)/.test(exact)) return { rule: 'phoneTrunkZero', given };
	if (hasExtension(exact)) return { rule: 'phoneExtension', given };
	const compact = exact.replace(SLASH, '').replace(SEPARATORS, '');
	const digits = compact.replace(/^\++/, '');
	const characters = digits.replace(/\d/g, '');
	if (characters !== '') return { rule: 'phoneCharacters', given, characters };
	if (digits !== compact) return { digits: digits.replace(/^00/, ''), form: 'international' };
	if (digits.startsWith('00')) return { digits, form: 'dialled' };
	const isPlain = compact === exact && !digits.startsWith('0');
	return { digits, form: isPlain ? 'plain' : 'national' };
}

/**
 * What a sheet has made of a number: `4915112345678.0` is whole, and so is `4.915112345678E+12`, which has all of its digits.
 *
 * @returns null where digits are lost
 */
function withoutDecimals(text: string): string | null {
	const [, whole, decimals = '', power] = /^(\+?\d+)(?:[.,](\d+))?e\+?(\d+)$/i.exec(text) ?? [];
	if (whole === undefined) return text.replace(/^(\+?\d{6,})[.,]0+$/, '$1');
	return decimals.length === Number(power) ? whole + decimals : null;
}

/** What people type between the digits, and marks that copying adds. No line break or tab: these separate numbers. */
const SEPARATORS =
	/[\p{Zs}\p{Cf}\p{Pd}.()[\]~\u00b7\u2022\u2027\u2212\u2215\u30fb\u30fc\uff08\uff09\uff0e\uff65]/gu;

/** Before an area code's number; before one or two digits it would be a second number ("1234567/8"). */
const SLASH = /(?<=[\d)]\s?)[/\uff0f](?=\s?\d{3,})/g;

/** Whether further digits stand behind what is a number already. */
function hasExtension(text: string): boolean {
	const place = EXTENSION.exec(text)?.index;
	return place !== undefined && text.slice(0, place + 1).replace(/\D/g, '').length >= 7;
}

/** Digits at the end that are dialled later, and would become a part of the number. */
const EXTENSION =
	/\d[\s)]*(?:[;,]*\s*(?:ext|extn|extension|x|int|interno|anexo|ramal|poste|dw|durchwahl|\u0434\u043e\u0431)\.?\s*[=:.]?\s*|#|[,;]+\s*|\s\()\d{1,5}\)?$/iu;
