import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { catalogMessageDraft } from '../../../shared/payload/messages/catalogMessage';
import { readConnectedCatalog, readThumbnail, thumbnailField } from '../../fields/connectedCatalog';
import { recipientField } from '../../fields/recipient';
import { senderField } from '../../../shared/fields/phoneNumber';
import { sendOptionsField } from '../../fields/options/message';
import { readEnvelope } from '../../fields/envelope';
import { bodyField, footerField } from '../../fields/texts';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { eachItemAlone, sendOperation } from '../../sending/sendOperation';

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	bodyField(true),
	footerField,
	thumbnailField,
	sendOptionsField(windowFallbackOptions),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendCatalog'] } },
	properties,
);

/** Sends the whole catalog that is connected to the account (interactive type `catalog_message`). */
export const execute = sendOperation({
	groups: eachItemAlone,
	schema: () => catalogMessageDraft,
	async read([item], graph) {
		const catalogId = await readConnectedCatalog.call(this, item, graph);
		return {
			...readEnvelope.call(this, item),
			catalogId,
			thumbnailProductRetailerId: await readThumbnail.call(this, item, graph, catalogId),
		};
	},
});
