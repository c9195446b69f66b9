import type { TroubleValues } from '../../world/troubles/table.mts';
import { CODES } from './codes.mts';
import type { Code } from './codes.mts';

/** What a refusal says in the language of people; `details` where it replaces the technical words. */
interface UserWords {
	title: string;
	message: string;
	details?: string;
}

/**
 * `error_user_title` and `error_user_msg` follow the language of the account (facts 17.14), and so may the details: a client that looks for
 * English words must manage without. Which words Meta uses is not known; these are the sandbox's own, one pair for a group of codes.
 */
export function userWords(
	code: Code,
	language: TroubleValues['refusalLanguage'],
): UserWords | null {
	if (language === 'none') return null;
	if (language === 'english')
		return {
			title: CODES[code].title,
			message: 'This request could not be completed. Check its values and try again.',
		};
	const [title, message] = spanish(code);
	return { title, message, ...(language === 'allSpanish' ? { details: message } : {}) };
}

function spanish(code: Code): [title: string, message: string] {
	if (code === 131009 || code === 100)
		return [
			'El valor del parámetro no es válido',
			'Uno de los valores de la solicitud no es válido. Revisa el catálogo y los artículos.',
		];
	if (code === 131008) return ['Falta un parámetro', 'Falta un parámetro obligatorio.'];
	if (code === 131030)
		return ['Destinatario no permitido', 'El destinatario no está en la lista de este número.'];
	if (code === 131047)
		return ['Mensaje fuera de plazo', 'Han pasado más de 24 horas desde el último mensaje.'];
	if (code >= 132000 && code < 133000)
		return ['Problema con la plantilla', 'La plantilla o sus parámetros no son válidos.'];
	return ['No se pudo completar la solicitud', 'Vuelve a intentarlo más tarde.'];
}
