/** The webhook field that customers' messages and the statuses of ours come in. Facts 2.1. */
export const MESSAGES_FIELD = 'messages';

/** The field of the same while Meta Business Agent holds the chat. Facts 15.4. */
export const STANDBY_FIELD = 'standby';
