/**
 * Facts N.M = docs/meta-api.md, section N.M.
 * Every limit that Meta sets on what we send, defined once. Lengths are counted in Unicode code
 * points (see text.ts).
 */
export const LIMITS = {
	/** Header of a multi-product message. Meta: catalogs/multi-product-messages; facts 1.3. */
	headerText: 60,
	/** Body of any product message. Meta: catalogs/single-product-messages; facts 1.2, 1.3. */
	bodyText: 1024,
	/** Footer of any product message. Meta: catalogs/single-product-messages; facts 1.2, 1.3. */
	footerText: 60,
	/** Title of a section. Meta: catalogs/multi-product-messages; facts 1.3. */
	sectionTitle: 24,
	/** Sections in one multi-product message. Facts 1.3. */
	sections: 10,
	/** Products in one multi-product message, over all its sections. Facts 1.3. */
	products: 30,
	/** Cards of a product carousel. Meta: catalogs/interactive-product-carousel-messages; facts 1.5, 1.9. */
	cards: { min: 2, max: 10 },
	/** URL of a template's button, including the variable at its end. Facts 1.9. */
	urlSuffix: 2000,
	/** Name of a template. Facts 1.9. */
	templateName: 512,
	/** A quoted message id (wamid). Meta: reference/whatsapp-business-phone-number/message-api; facts 1.1. */
	messageId: 128,
	/** `biz_opaque_callback_data`. Same page; facts 1.1. */
	trackingData: 512,
	/** Hours after the customer's last message in which free-form messages may go out. Facts 2.6. */
	windowHours: 24,
	/** Digits of a phone number without its plus sign: at most 15 by ITU-T E.164. */
	phoneDigits: { min: 7, max: 15 },
} as const;
