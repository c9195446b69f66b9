import type { Context } from '../world/context.mts';
import type { GraphNode, NodeKind } from './nodes.mts';
import type { Parameters } from '../rules/parameters.mts';

/** What every Graph call has, whatever it is about. */
export interface GraphCallFacts {
	version: string;
	/** Query and body together, without token and proof. */
	parameters: Parameters;
	/** What the client sent in the query, the access token included: `paging.next` repeats it (facts 6.2). */
	query: Parameters;
	/** Scheme and host that the client used: URLs in answers start with it. */
	origin: string;
	path: string;
}

/** A Graph call after authentication, with its object. */
export interface GraphRequest<Kind extends NodeKind = NodeKind> extends GraphCallFacts {
	node: Extract<GraphNode, { kind: Kind }>;
}

export type GraphHandler<Kind extends NodeKind> = (
	context: Context,
	request: GraphRequest<Kind>,
) => unknown;
