/** A key a merchant’s own systems call with, as its page shows it. Instants are ISO 8601 in UTC. */
export type ApiKeySummary = {
  id: string;
  name: string;
  lastFour: string;
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
};

/** The one time the whole key is told. */
export type NewApiKey = { id: string; name: string; key: string };

/** What every key begins with, so that a scanner of secrets knows one. */
export const KEY_PREFIX = "bonafide_";

/** Keys in force that a shop can have. */
export const MOST_KEYS = 10;

/** Of a key’s name, in characters. */
export const LONGEST_KEY_NAME = 60;

/** How often one key may call: so many at once, and so many come back each second. */
export const CALLS = { most: 60, aSecond: 1 } as const;

/** How many whole seconds until a key that has so much of a call left may call again. */
export function secondsToNextCall(left: number): number {
  return Math.max(1, Math.ceil((1 - left) / CALLS.aSecond));
}
