/** Log odds, base 2, as a probability. */
export const chance = (bits: number) => 1 / (1 + 2 ** -bits);
