/** A number that was probably meant, and the two letters of its country. */
export interface MeantNumber {
	/** Plus, country code, blank, national number. */
	phone: string;
	country: string;
}

/** What can be wrong with a phone number. phoneSentence.ts makes the sentence. */
export type PhoneRule =
	| { rule: 'phoneMissing' }
	| { rule: 'phoneCharacters'; given: string; characters: string }
	| { rule: 'phoneNational'; given: string }
	| { rule: 'phoneTrunkZero'; given: string }
	| { rule: 'phoneExtension'; given: string }
	| { rule: 'phoneRounded'; given: string }
	| { rule: 'phoneNobody'; given: string; what: 'group' | 'hiddenId' | 'channel' }
	| { rule: 'phoneDigits'; given: string; actual: number; min: number; max: number }
	| { rule: 'phoneCallingCode'; given: string; begins: string }
	| PhoneImpossible
	| { rule: 'phoneAmbiguous'; given: string; meant: [MeantNumber, MeantNumber] };

/** A number that no country has. */
export interface PhoneImpossible {
	rule: 'phoneImpossible';
	given: string;
	/** Whose number it would be. */
	country: string;
	/** What does not fit: how many digits there are, or the first ones. */
	wrong: 'length' | 'beginning';
	/** How the country is known: from a plus, from digits that may be a country code, or from the builder. */
	countryFrom: 'plus' | 'digits' | 'choice';
	meant: MeantNumber | null;
}
