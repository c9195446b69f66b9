import { coarse, ranges, shortened, withGroups } from './shortPattern.mts';

/** What libphonenumber-js has of a country, as far as it is used: its arrays have these places. */
type Kind = [pattern: string, lengths?: number[]] | 0 | undefined;
type Country = [
	callingCode: string,
	internationalPrefix: string | 0,
	pattern: string,
	lengths: number[],
	formats: unknown,
	nationalPrefix: string | 0 | undefined,
	formattingRule: unknown,
	prefixForParsing: string | 0 | undefined,
	prefixTransform: string | 0 | undefined,
	isPrefixOptional: unknown,
	leadingDigits: unknown,
	kinds: [fixedLine: Kind, mobile: Kind, ...others: Kind[]] | undefined,
];

/** Its file `metadata.max.json`. */
export interface Metadata {
	/** The countries of each calling code, the main one first. */
	country_calling_codes: Record<string, string[]>;
	countries: Record<string, Country>;
	nonGeographic: Record<string, Country>;
}

/** How many first digits are told apart where the exact pattern of fixed lines would be too long. */
const DEPTH = 3;

/** Behind +1 three digits are only the area code, and islands have one for all of their numbers. */
const DEPTH_OF_ONE = 4;

/** Prefixes that people still write, and that the metadata has dropped since nobody has to dial them any more. */
const OLD_PREFIXES: Record<string, string> = { MX: '01|04[45]|1' };

/**
 * The source text of `nodes/shared/payload/phones/planTable.ts`.
 *
 * @param version of the package that the metadata comes from
 */
export function planTable(metadata: Metadata, version: string): string {
	const rows = Object.entries(metadata.country_calling_codes).flatMap(([code, countries]) =>
		countries.flatMap((country) => {
			const found = metadata.countries[country];
			return found ? [row(code, country, found)] : [];
		}),
	);
	const others = Object.entries(metadata.nonGeographic).map(([code, found]) =>
		row(code, '001', found),
	);
	return `${head(version)}
export const PLAN_TABLE = \`
${[...rows, ...others].join('\n')}
\`;
`;
}

const head = (
	version: string,
) => `// Written by \`npm run phones\`; do not edit. Source: libphonenumber-js ${version}, metadata.max.json.

/**
 * The numbering plans of the world, one a line: calling code, country (001 for none), lengths of national numbers, mobile
 * numbers, fixed lines ("=" for the same), then what is not usual: i the international prefix (00), p the national
 * one, t what takes its place. "d" is any digit, "3x" three times. Long patterns of fixed lines tell ${DEPTH} digits apart (${DEPTH_OF_ONE} behind +1).
 */`;

function row(code: string, country: string, found: Country): string {
	const [, international, , lengths, , prefix, , forParsing, transform, , , kinds] = found;
	const fixed = kinds?.[0] ? fixedLine(code, kinds[0][0]) : null;
	const mobile = kinds?.[1] ? shortened(kinds[1][0]) : null;
	// Empty where mobile numbers look like fixed lines.
	const isSame = mobile === '' || mobile === fixed;
	const national = OLD_PREFIXES[country] ?? (forParsing || prefix);
	return [
		code,
		country,
		ranges(lengths),
		(isSame ? fixed : mobile) ?? '-',
		isSame ? '=' : (fixed ?? '-'),
		...(international && international !== '00' ? [`i${shortened(international)}`] : []),
		...(national ? [`p${withGroups(national)}`] : []),
		...(transform ? [`t${transform}`] : []),
	].join(' ');
}

/** Exact, unless the first digits say it in less than half as much. */
function fixedLine(code: string, pattern: string): string {
	const exact = shortened(pattern);
	const short = coarse(pattern, code === '1' ? DEPTH_OF_ONE : DEPTH);
	return short.length * 2 < exact.length ? short : exact;
}
