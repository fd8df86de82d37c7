/**
 * A keyed hash under the shop's own key, as two words of 32 bits: HMAC-SHA-256 cut short, given by a service because the
 * domain knows no cryptography. Who lacks the key can neither read nor test what was hashed. `comesAgain`: the same text is
 * asked for again and again, and is worth remembering.
 */
export type Mac = (text: string, comesAgain?: boolean) => readonly [number, number];
