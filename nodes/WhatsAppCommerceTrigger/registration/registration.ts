import type { IHookFunctions } from 'n8n-workflow';

/** Where Meta shall deliver, and the token that proves to us that a handshake is for this node. */
export interface Callback {
	url: string;
	verifyToken: string;
}

/** One way to be registered at Meta. Each is called by n8n when a workflow is (de)activated or tested. */
export interface Registration {
	/**
	 * Whether Meta delivers to this callback already.
	 *
	 * @throws NodeOperationError when somebody else's callback stands there
	 */
	exists(this: IHookFunctions, callback: Callback): Promise<boolean>;
	/** @throws NodeApiError when Meta refuses */
	create(this: IHookFunctions, callback: Callback): Promise<void>;
	/** Removes only what points at this callback; nothing to remove is fine. */
	remove(this: IHookFunctions, callback: Callback): Promise<void>;
}
