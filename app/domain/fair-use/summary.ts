import type { FairUsePolicy } from "./policy.ts";

/** `version`: null while the shop has never saved one. The latest versions first; instants ISO 8601. */
export type PolicyOfShop = {
  version: number | null;
  policy: FairUsePolicy;
  versions: { version: number; at: string; by: string; policy: FairUsePolicy }[];
};
