import type { IHookFunctions } from 'n8n-workflow';

/** Where Meta shall deliver, and the app secret that our own URLs are recognized with. */
export interface Callback {
	/** The URL of this node for the mode that is being registered: the production or the test URL. */
	url: string;
	/** Whether `url` is known to be the test URL: n8n tells on registration only, not on removal. */
	isTest: boolean;
	appSecret: string;
}

/**
 * One way to be registered at Meta. Each is called by n8n when a workflow is (de)activated or
 * tested.
 */
export interface Registration {
	/** Whether Meta delivers to this callback already. */
	exists(this: IHookFunctions, callback: Callback): Promise<boolean>;
	/**
	 * @throws NodeOperationError when another callback stands there that must not be replaced
	 * @throws NodeApiError when Meta refuses
	 */
	create(this: IHookFunctions, callback: Callback): Promise<void>;
	/**
	 * Puts back what stood there before. Touches only what points at this node; nothing to remove is
	 * fine. What Meta refuses is logged and not thrown: n8n would be left with a workflow or a test
	 * that it cannot end.
	 */
	remove(this: IHookFunctions, callback: Callback): Promise<void>;
}
