import type { CampaignLimit } from "../campaign/limit.ts";

/**
 * What the flag rests on: the orders that count, oldest first, and the limit they were counted against: so many uses in
 * the window, of what `counter` says. `period`: the local days that were counted, "2026-03-01/2026-03-31", or "L" for
 * life. `season` and `group` are names. A limit of 0: the campaign was issued to others only. `spent`: it was the cap per
 * customer, and what all of them took off, in minor units of `currency`. `isHousehold`: it was that of a household.
 */
export type OvershootEvidence = {
  limit: number;
  window: CampaignLimit["window"];
  counter: CampaignLimit["counter"];
  period: string;
  season?: string;
  group?: string;
  spent?: { capMinor: number; minor: number };
  currency?: string;
  isHousehold?: true;
  orders: { orderId: string; name: string; placedAt: string; code: string }[];
};
