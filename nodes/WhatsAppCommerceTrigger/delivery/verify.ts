import type { IWebhookFunctions } from 'n8n-workflow';

import { freshAccess, keptAccess, type Access } from './access';
import { isSignedWith, readSignature, type RefusalReason } from './signature';

export type Verified = { access: Access } | { reason: RefusalReason };

/** Whether Meta signed exactly these bytes. Nothing of them is read before that. */
export async function verify(context: IWebhookFunctions): Promise<Verified> {
	const { rawBody } = context.getRequestObject();
	const signature = readSignature(context.getHeaderData() as Record<string, string>, rawBody);
	if ('reason' in signature) return signature;
	const fits = ({ appSecret }: Access) => isSignedWith(appSecret, rawBody, signature.digest);
	const kept = keptAccess(context);
	if (kept) {
		const access = await kept;
		if (fits(access)) return { access };
	}
	const access = await freshAccess(context);
	if (fits(access)) return { access };
	return { reason: access.appSecret === '' ? 'noAppSecret' : 'notSigned' };
}
