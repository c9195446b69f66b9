import { AVAILABILITIES, REVIEW_STATUSES, VISIBILITIES } from '../world/catalog/product.mts';
import type { ProductEdit } from '../world/catalog/product.mts';
import { WHATSAPP_REVIEWS } from '../world/catalog/review.mts';
import { lengthOf } from '../rules/limits.mts';
import { onlyKnown } from './body.mts';
import type { Body } from './body.mts';
import { ControlRefusal } from './refusal.mts';

const LONGEST_NAME = 200; // Meta's catalog has this limit; not in the fact sheet
const LONGEST_DESCRIPTION = 9_999; // facts 13.1
const LONGEST_WORDS = 200; // Meta's limit of size and colour; not in the fact sheet
const LONGEST_ID = 100; // facts 10
const HIGHEST = 1_000_000_000;

/** A value that may be there; `rule` completes "must be …". */
interface Check {
	holds: (value: unknown) => boolean;
	rule: string;
}

const CHECKS: Record<keyof ProductEdit, Check> = {
	name: {
		holds: (value) => isText(value, LONGEST_NAME) && value.trim() !== '',
		rule: `a text of 1 to ${LONGEST_NAME} characters`,
	},
	description: {
		holds: (value) => isText(value, LONGEST_DESCRIPTION),
		rule: `a text of at most ${LONGEST_DESCRIPTION} characters`,
	},
	priceMinor: {
		holds: (value) => isCount(value, 1),
		rule: `a whole number of the currency's smallest unit, from 1 to ${HIGHEST}`,
	},
	salePriceMinor: orNone({
		holds: (value) => isCount(value, 0),
		rule: `a whole number of the currency's smallest unit, from 0 to ${HIGHEST}`,
	}),
	salePriceStart: orNone({ holds: isTime, rule: 'a time in ISO form' }),
	salePriceEnd: orNone({ holds: isTime, rule: 'a time in ISO form' }),
	availability: oneOf(AVAILABILITIES),
	visibility: oneOf(VISIBILITIES),
	reviewStatus: oneOf(REVIEW_STATUSES),
	whatsappReview: orNone({
		holds: (value) => typeof value === 'string' && /^[A-Z_]{1,40}$/.test(value),
		rule: `one of ${WHATSAPP_REVIEWS.join(', ')}, another word in capitals`,
	}),
	inventory: orNone({
		holds: (value) => isCount(value, 0),
		rule: `a whole number from 0 to ${HIGHEST}`,
	}),
	quantityToSell: orNone({
		holds: (value) => isCount(value, 0),
		rule: `a whole number from 0 to ${HIGHEST}`,
	}),
	size: orNone(words(LONGEST_WORDS)),
	color: orNone(words(LONGEST_WORDS)),
	groupId: orNone(words(LONGEST_ID)),
};

/** Reads a change of a product, or refuses it as a whole. */
export function productEditOf(body: Body): ProductEdit {
	onlyKnown(body, Object.keys(CHECKS));
	for (const [name, { holds, rule }] of Object.entries(CHECKS)) {
		if (Object.hasOwn(body, name) && !holds(body[name]))
			throw new ControlRefusal(400, `"${name}" must be ${rule}.`);
	}
	// Sound: every key and value has just been checked.
	return body as ProductEdit;
}

function orNone({ holds, rule }: Check): Check {
	return { holds: (value) => value === null || holds(value), rule: `${rule}, or null for none` };
}

function oneOf(values: readonly string[]): Check {
	return {
		holds: (value) => values.some((known) => known === value),
		rule: `one of ${values.map((value) => (value === '' ? '"" (empty)' : value)).join(', ')}`,
	};
}

function words(most: number): Check {
	return {
		holds: (value) => isText(value, most) && value.trim() !== '',
		rule: `a text of 1 to ${most} characters`,
	};
}

function isText(value: unknown, most: number): value is string {
	return typeof value === 'string' && lengthOf(value) <= most;
}

function isCount(value: unknown, least: number): boolean {
	return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= HIGHEST;
}

/** With its zone, so that it means the same on every machine. */
function isTime(value: unknown): boolean {
	return (
		typeof value === 'string' &&
		/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
		!Number.isNaN(Date.parse(value))
	);
}
