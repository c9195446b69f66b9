/** Reads `catalog:{CATALOG_ID}:{base64(retailer_id)}`, the node id of a product by its SKU (facts 6.2). */
export function readProductNodeId(id: string): { catalogId: string; sku: string } | null {
	const parts = /^catalog:(\d+):([A-Za-z0-9+/_-]+={0,2})$/.exec(id);
	if (!parts) return null;
	return { catalogId: parts[1] ?? '', sku: Buffer.from(parts[2] ?? '', 'base64').toString('utf8') };
}
