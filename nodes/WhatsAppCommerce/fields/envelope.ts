import type { Run } from '../items/run';
import { catalog } from './catalog';
import { unavailableProducts } from './options/message';
import { locatorValue } from './reading/locator';
import { givenRecipient } from './recipient';
import { sender } from './sender';
import { bodyText, footerText } from './texts';

/** What every send takes from the node: sender, recipient, catalog, footer and options of one item. */
export function readEnvelope(run: Run, item: number) {
	const { messagingAccountId, replyToMessageId, trackingData } = run.options(item);
	// Its value is read later. Here an unknown one is an error, before anything is sent.
	unavailableProducts.read(run, item);
	return {
		phoneNumberId: sender.read(run, item),
		recipient: givenRecipient(run, item),
		// Unread, and empty for a catalog message, which has no such field.
		catalogId: locatorValue(run.given(catalog.property.name, item, '')),
		bodyText: bodyText.read(run, item),
		footerText: footerText.read(run, item),
		messagingAccountId,
		replyToMessageId,
		trackingData,
	};
}
