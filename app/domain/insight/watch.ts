/** Claims of one hour with what is usual then: what is expected, and where 95 of 100 such hours lie. */
export type WatchedHour = {
  /** Shop-local: "2026-06-10", 0 to 23. */
  day: string;
  hour: number;
  claims: number;
  /** Whether anything happened in it: what was freed again is no claim. */
  hasLines: boolean;
  expected: number;
  low: number;
  high: number;
};

/** An alarm that was set aside comes back when what raised it still stands out so long after. */
export const COMES_BACK_MS = 6 * 60 * 60 * 1_000;

/**
 * Something ran higher than it ever does. `code`: of a list; null for the campaign as a whole. `at`: ISO 8601. `aside`: who
 * set it aside and when; null as long as nobody has, and again when it goes on.
 */
export type Anomaly = {
  id: string;
  campaign: { id: string; name: string };
  code: string | null;
  at: string;
  claims: number;
  expected: number;
  aside: { by: string; at: string } | null;
};

/** A campaign's last days under watch; `hours` is empty until the campaign is known for a week. */
export type CampaignWatch = { hours: WatchedHour[]; anomalies: Anomaly[] };
