import { catalogMessageDraft } from '../../../shared/payload/messages/catalogMessage';
import { readConnectedCatalog, thumbnail } from '../../fields/connectedCatalog';
import { readEnvelope } from '../../fields/envelope';
import { sendOptions } from '../../fields/options/message';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { bodyText, footerText } from '../../fields/texts';
import { eachItemAlone } from '../../items/items';
import { operation } from '../../items/operation';
import { sendOperation } from '../../sending/sendOperation';

/** Sends the whole catalog that is connected to the account (interactive type `catalog_message`). */
export const sendCatalog = operation({
	resource: 'productMessage',
	value: 'sendCatalog',
	name: 'Send Catalog',
	action: 'Send a catalog message',
	description: 'Send a message that opens the whole catalog of the business account',
	subtitle: 'Catalog',
	sends: true,
	fields: [
		sender,
		recipient,
		bodyText,
		footerText,
		thumbnail.property,
		sendOptions(windowFallbackOptions),
	],
	execute: sendOperation({
		groups: eachItemAlone,
		async read(run, { items: [item] }) {
			const catalogId = await readConnectedCatalog(run, item);
			const fields = {
				...readEnvelope(run, item),
				catalogId,
				thumbnailProductRetailerId: await thumbnail.read(run, item, catalogId),
			};
			return { fields, schema: catalogMessageDraft };
		},
	}),
});
