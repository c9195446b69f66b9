import type { Scope } from '../world/shop/world.mts';
import { readApp } from './app.mts';
import { readBusinessAccount } from './businessAccount.mts';
import { connectCatalog, disconnectCatalog, listCatalogs, readCatalog } from './catalogs.mts';
import { readCommerceSettings, updateCommerceSettings } from './commerceSettings.mts';
import { debugToken } from './debugToken.mts';
import { listDiagnostics } from './diagnostics.mts';
import { sendMessage } from './messages.mts';
import type { NodeKind } from './nodes.mts';
import { listPhoneNumbers, readPhoneNumber, updatePhoneNumber } from './phoneNumbers.mts';
import { listProducts, readProduct } from './products.mts';
import { listProductSets, listProductsOfSet, readProductSet } from './productSets.mts';
import type { GraphHandler } from './request.mts';
import { listSubscribedApps, subscribeApp, unsubscribeApp } from './subscribedApps.mts';
import { listSubscriptions, removeSubscription, subscribe } from './subscriptions.mts';
import { createTemplate, deleteTemplates, listTemplates, readTemplateNode } from './templates.mts';

interface Edge {
	needs: 'app' | 'any' | Scope[];
	handler: GraphHandler<NodeKind>;
}

const EDGES = new Map<string, Edge>();

function edge<Kind extends NodeKind>(
	method: 'GET' | 'POST' | 'DELETE',
	kind: Kind,
	name: string,
	needs: 'app' | 'any' | Scope[],
	handler: GraphHandler<Kind>,
): void {
	// Sound: the dispatcher looks an edge up by the kind of the node that it passes to the handler.
	EDGES.set(`${method} ${kind}/${name}`, {
		needs,
		handler: handler as unknown as GraphHandler<NodeKind>,
	});
}

const SEND: Scope[] = ['whatsapp_business_messaging'];
const MANAGE: Scope[] = ['whatsapp_business_management'];
const CATALOG: Scope[] = ['catalog_management'];

// Required scopes: facts 6.1 and 6.6. An empty name is the object itself.
edge('POST', 'phoneNumber', 'messages', SEND, sendMessage);
edge('GET', 'phoneNumber', '', MANAGE, readPhoneNumber);
edge('POST', 'phoneNumber', '', MANAGE, updatePhoneNumber);
edge('GET', 'phoneNumber', 'whatsapp_commerce_settings', MANAGE, readCommerceSettings);
edge('POST', 'phoneNumber', 'whatsapp_commerce_settings', MANAGE, updateCommerceSettings);
edge('GET', 'businessAccount', '', MANAGE, readBusinessAccount);
edge('GET', 'businessAccount', 'phone_numbers', MANAGE, listPhoneNumbers);
edge('GET', 'businessAccount', 'product_catalogs', [...MANAGE, ...CATALOG], listCatalogs);
edge('POST', 'businessAccount', 'product_catalogs', [...MANAGE, ...CATALOG], connectCatalog);
edge('DELETE', 'businessAccount', 'product_catalogs', [...MANAGE, ...CATALOG], disconnectCatalog);
edge('GET', 'businessAccount', 'message_templates', MANAGE, listTemplates);
edge('POST', 'businessAccount', 'message_templates', MANAGE, createTemplate);
edge('DELETE', 'businessAccount', 'message_templates', MANAGE, deleteTemplates);
edge('GET', 'template', '', MANAGE, readTemplateNode);
edge('GET', 'businessAccount', 'subscribed_apps', MANAGE, listSubscribedApps);
edge('POST', 'businessAccount', 'subscribed_apps', MANAGE, subscribeApp);
edge('DELETE', 'businessAccount', 'subscribed_apps', MANAGE, unsubscribeApp);
edge('GET', 'catalog', '', CATALOG, readCatalog);
edge('GET', 'catalog', 'products', CATALOG, listProducts);
edge('GET', 'catalog', 'product_sets', CATALOG, listProductSets);
edge('GET', 'catalog', 'diagnostics', CATALOG, listDiagnostics);
edge('GET', 'productSet', '', CATALOG, readProductSet);
edge('GET', 'productSet', 'products', CATALOG, listProductsOfSet);
edge('GET', 'product', '', CATALOG, readProduct);
edge('GET', 'debugToken', '', 'any', debugToken);
edge('GET', 'app', '', 'any', readApp);
edge('GET', 'app', 'subscriptions', 'app', listSubscriptions);
edge('POST', 'app', 'subscriptions', 'app', subscribe);
edge('DELETE', 'app', 'subscriptions', 'app', removeSubscription);

export function findEdge(method: string, kind: NodeKind, name: string): Edge | undefined {
	return EDGES.get(`${method} ${kind}/${name}`);
}
