import type { IHookFunctions } from 'n8n-workflow';

/** Where Meta shall deliver, and the app secret that our own URLs are recognized with. */
export interface Callback {
	/** The URL of this node for the mode that is being registered: the production or the test URL. */
	url: string;
	/** Whether `url` is known to be the test URL: n8n tells on registration only, not on removal. */
	isTest: boolean;
	appSecret: string;
}

/** One way to be registered at Meta. n8n calls it when a workflow is (de)activated or tested. */
export interface Registration {
	/**
	 * Whether Meta delivers to this callback already. What an earlier version of this package did not ask
	 * for is added then, as far as Meta lets it.
	 */
	exists(context: IHookFunctions, callback: Callback): Promise<boolean>;
	/**
	 * @throws NodeOperationError when there is another callback that must not be replaced
	 * @throws NodeApiError when Meta refuses
	 */
	create(context: IHookFunctions, callback: Callback): Promise<void>;
	/**
	 * Restores the callback that was there before. Touches only what points at this node; nothing to
	 * remove is fine. What Meta refuses is logged and not thrown: n8n would be left with a workflow or
	 * a test that it cannot end.
	 */
	remove(context: IHookFunctions, callback: Callback): Promise<void>;
}
