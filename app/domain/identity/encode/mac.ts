/**
 * A keyed hash under the shop's own key, as two words of 32 bits: HMAC-SHA-256 cut short, given by a service because the
 * domain knows no cryptography. Who lacks the key can neither read nor test what was hashed.
 */
export type Mac = (text: string) => readonly [number, number];
