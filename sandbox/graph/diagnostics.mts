import type { Product } from '../world/catalog/product.mts';
import type { Context } from '../world/context.mts';
import { optionalList } from '../rules/parameters.mts';
import { parameterRefusal, unknownFieldRefusal } from '../rules/refusal/refusal.mts';
import { lengthOf } from '../rules/limits.mts';
import { pageOf } from './lists/paging.mts';
import type { GraphRequest } from './request.mts';

const SEVERITIES = ['MUST_FIX', 'OPPORTUNITY'] as const;

/** One kind of problem, with the products that have it. */
interface Diagnosis {
	type: string;
	severity: (typeof SEVERITIES)[number];
	title: string;
	subtitle: string;
	errorCode: number;
	concerns: (product: Product) => boolean;
}

/** A description that says next to nothing; no limit of Meta's is known. */
const FEW_CHARACTERS = 10;

/**
 * Types and severities are those of Meta's SDK (facts 13.3); titles, codes and what makes a problem are the sandbox's own. Products that
 * only wait for a review have no problem.
 */
const DIAGNOSES: Diagnosis[] = [
	{
		type: 'POLICY_VIOLATION',
		severity: 'MUST_FIX',
		title: 'Products were rejected',
		subtitle: 'They do not comply with the commerce policy and are not shown.',
		errorCode: 1001,
		concerns: ({ reviewStatus, whatsappReview }) =>
			(whatsappReview ?? reviewStatus.toUpperCase()) === 'REJECTED',
	},
	{
		type: 'ATTRIBUTES_MISSING',
		severity: 'MUST_FIX',
		title: 'Descriptions are missing',
		subtitle: 'A product needs a description.',
		errorCode: 1002,
		concerns: ({ description }) => description === '',
	},
	{
		type: 'LOW_QUALITY_TITLE_AND_DESCRIPTION',
		severity: 'OPPORTUNITY',
		title: 'Descriptions are short',
		subtitle: 'A longer description helps customers to decide.',
		errorCode: 1003,
		concerns: ({ description }) => description !== '' && lengthOf(description) < FEW_CHARACTERS,
	},
];

/** All of them concern this channel; products of others are not the sandbox's business. */
const CHANNEL = 'whatsapp';

/** GET /{CATALOG_ID}/diagnostics (facts 13.3). */
export function listDiagnostics(_context: Context, request: GraphRequest<'catalog'>): object {
	const { node, parameters } = request;
	const channels = optionalList(parameters, 'affected_channels');
	const severities = severitiesIn(optionalList(parameters, 'severities'));
	const found = DIAGNOSES.flatMap((diagnosis) => {
		const count = node.catalog.products.filter(diagnosis.concerns).length;
		return count > 0 ? [{ ...diagnosis, count }] : [];
	}).filter(
		({ severity }) =>
			(severities?.includes(severity) ?? true) && (channels?.includes(CHANNEL) ?? true),
	);
	const { rows, paging } = pageOf(found, ({ type }) => type, request);
	const wanted = optionalList(parameters, 'fields');
	return { data: rows.map((row) => show(row, wanted)), ...(paging ? { paging } : {}) };
}

function severitiesIn(list: string[] | null): string[] | null {
	const odd = list?.find((word) => !SEVERITIES.some((known) => known === word));
	if (odd !== undefined)
		throw parameterRefusal(
			`Param severities must be one of {${SEVERITIES.join(', ')}} - got "${odd}".`,
		);
	return list;
}

/** The rows have no id, unlike everything else that Graph lists. */
function show(
	{ title, subtitle, severity, type, count, errorCode }: Diagnosis & { count: number },
	wanted: string[] | null,
): object {
	const row: Record<string, unknown> = {
		title,
		subtitle,
		severity,
		type,
		number_of_affected_items: count,
		error_code: errorCode,
		affected_channels: [CHANNEL],
	};
	const odd = wanted?.find((name) => !Object.hasOwn(row, name));
	if (odd !== undefined) throw unknownFieldRefusal(odd, 'ProductCatalogDiagnosticGroup');
	return Object.fromEntries(Object.entries(row).filter(([name]) => wanted?.includes(name) ?? true));
}
