/**
 * A product of a group, which can be sent while the ID of the group cannot. WooCommerce's plug-in, for
 * one, makes the parent's ID the group. Facts 6.2, 17.10.
 */
export interface Variant {
	sku: string;
	/** With what tells it from the others, such as "Magic Mug (Gold)"; null without a name. */
	name: string | null;
	sendable: boolean;
}

/** What to do with the ID of a group that is given as a SKU. */
export type GroupChoice = 'refuse' | 'first' | 'all';

/**
 * The SKUs to take in the place of a group: the first variant that can be sent, or all of them, those
 * that can be sent first. None when the group is refused, or when no variant fits the choice.
 */
export function variantsTaken(choice: GroupChoice, variants: readonly Variant[]): string[] {
	const sendable = variants.filter((one) => one.sendable);
	if (choice === 'refuse') return [];
	if (choice === 'first') return sendable.slice(0, 1).map(({ sku }) => sku);
	return [...sendable, ...variants.filter((one) => !one.sendable)].map(({ sku }) => sku);
}
