import { patchCustomer } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { CustomerChange } from '../api/types.mts';
import { addressOf } from '../format/customer.mts';
import { CustomerAvatar } from '../parts/Avatar.tsx';
import { Switch } from '../parts/Switch.tsx';
import { openCustomer, readCustomers } from '../state/chats.mts';
import { say } from '../state/messages.mts';
import { Sheet } from './Sheet.tsx';

/** Who the customer is, and what can be changed about them. */
export function CustomerSheet({ covered }: { covered: boolean }) {
	const customer = openCustomer.value;
	if (!customer) return null;
	const { key, name, phone, userId, username, app, windowOpen, agentHolds } = customer;
	const change = async (what: CustomerChange) => {
		await patchCustomer(key, what).catch((problem: unknown) => say(wordsOf(problem), true));
		await readCustomers();
	};
	return (
		<Sheet title={`About ${name}`} covered={covered}>
			<div class="customer-head">
				<CustomerAvatar id={key} name={name} />
				<div>
					<h3>{name}</h3>
					<p>{addressOf(customer)}</p>
				</div>
			</div>
			<dl class="facts">
				<dt>User ID</dt>
				<dd>{userId}</dd>
				<dt>User name</dt>
				<dd>{username ? `@${username.replace(/^@/, '')}` : 'none'}</dd>
				<dt>Phone number</dt>
				<dd>{phone ? `+${phone}` : 'none'}</dd>
			</dl>
			<ul class="settings">
				<li>
					<Switch
						label="Phone number visible"
						explanation="Off: webhooks carry the user ID only, as for people who show a user name."
						on={customer.phoneVisible}
						onChange={(phoneVisible) => change({ phoneVisible })}
					/>
				</li>
				<li>
					<Switch
						label="24 hour window open"
						explanation="Off: the business may answer with templates only (131047). Writing opens it again."
						on={windowOpen}
						onChange={(open) => change({ windowOpen: open })}
					/>
				</li>
				<li>
					<Switch
						label="Outdated app"
						explanation="On: product messages fail, and the customer is told to update WhatsApp."
						on={app === 'outdated'}
						onChange={(old) => change({ app: old ? 'outdated' : 'current' })}
					/>
				</li>
				<li>
					<Switch
						label="An agent holds the chat"
						explanation="On: Meta Business Agent answers; what you write comes as “standby”, until the business sends something itself."
						on={agentHolds.length > 0}
						onChange={(held) => change({ agentHolds: held })}
					/>
				</li>
			</ul>
		</Sheet>
	);
}
