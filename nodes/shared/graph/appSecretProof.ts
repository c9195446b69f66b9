import { createHmac } from 'crypto';

/**
 * Proves to Meta that the caller with this access token also holds the app's secret: hex HMAC-SHA256 of
 * the token with the secret as its key. Apps with "Require App Secret" refuse calls without it. Facts 7.
 */
export const appSecretProof = (accessToken: string, appSecret: string): string =>
	createHmac('sha256', appSecret).update(accessToken).digest('hex');
