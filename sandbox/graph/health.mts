import { HEALTHS } from '../world/numberState.mts';
import type { Health } from '../world/numberState.mts';

interface Entity {
	type: 'WABA' | 'PHONE_NUMBER' | 'MESSAGE_TEMPLATE';
	id: string;
	health: Health;
	/** Shown unless all is well. */
	reason: string;
}

/**
 * `health_status` of a node (facts 6.5: AVAILABLE, LIMITED, BLOCKED with reasons); the worst of its entities counts. The names of the keys, and
 * that a block comes with `errors` and a limit with `additional_info`, are general Graph knowledge.
 */
export function healthOf(entities: Entity[]): object {
	const worst = Math.max(...entities.map(({ health }) => HEALTHS.indexOf(health)));
	return {
		can_send_message: HEALTHS[worst],
		entities: entities.map(({ type, id, health, reason }) => ({
			entity_type: type,
			id,
			can_send_message: health,
			...(health === 'LIMITED' ? { additional_info: [reason] } : {}),
			...(health === 'BLOCKED' ? { errors: [{ error_description: reason }] } : {}),
		})),
	};
}
