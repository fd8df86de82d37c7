import type { FairUsePolicy } from "./policy.ts";

/**
 * `version`: null while the shop has never saved one. The latest versions first; instants ISO 8601. `highestScore`: that the
 * shop's scale can give.
 */
export type PolicyOfShop = {
  version: number | null;
  policy: FairUsePolicy;
  highestScore: number;
  versions: { version: number; at: string; by: string; policy: FairUsePolicy }[];
};
