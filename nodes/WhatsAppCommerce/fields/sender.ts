import { senderField, setupNumberField } from '../../shared/fields/phoneNumber';
import { idLocator, unreadLocator } from './reading/fields';

/** The business phone number that a message leaves from. */
export const sender = unreadLocator(senderField);

/** The business phone number that a setup operation looks at. */
export const setupNumber = idLocator(setupNumberField);
