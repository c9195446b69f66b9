import { z } from 'zod/v4';

/** What Meta says about a template, read tolerantly: it adds kinds and fields. Facts 1.6–1.9, 1.14. */

const text = z.string().catch('');

/** The entries of a list that can be read; none where it is no list. */
const listOf = <T>(entry: z.ZodType<T>) =>
	z
		.array(z.unknown())
		.catch([])
		.transform((entries): T[] =>
			entries.flatMap((one) => {
				const read = entry.safeParse(one);
				return read.success ? [read.data] : [];
			}),
		);

const button = z.object({ type: text, text, url: text });

const component = z.object({ type: text, format: text, text, buttons: listOf(button) });

const card = z.object({ components: listOf(component) });

/** A row of `message_templates`. Only its name and language must be there. */
export const templateRow = z.object({
	name: z.string(),
	language: z.string(),
	status: text,
	parameter_format: text,
	components: listOf(component.extend({ cards: listOf(card) })),
});

export type TemplateButton = z.infer<typeof button>;

/** A part of a template or of one of its cards. */
export type TemplateComponent = z.infer<typeof component>;

/** Whether a word of Meta's is this one: it writes them in capitals and in small letters. */
export const is = (given: string | undefined, wanted: string): boolean =>
	given?.toUpperCase() === wanted;

/** The first component of that type. */
export const partOf = <Part extends { type: string }>(
	components: Part[],
	type: string,
): Part | undefined => components.find((one) => is(one.type, type));

/** The buttons of a template or of one of its cards. */
export const buttonsOf = (components: TemplateComponent[]): TemplateButton[] =>
	partOf(components, 'BUTTONS')?.buttons ?? [];
