/** Claims of one hour with what is usual then: what is expected, and where 95 of 100 such hours lie. */
export type WatchedHour = {
  /** Shop-local: "2026-06-10", 0 to 23. */
  day: string;
  hour: number;
  claims: number;
  expected: number;
  low: number;
  high: number;
};

/** Something ran higher than it ever does. `code`: of a list; null for the campaign as a whole. `at`: ISO 8601. */
export type Anomaly = {
  campaign: { id: string; name: string };
  code: string | null;
  at: string;
  claims: number;
  expected: number;
};

/** A campaign's last days under watch; `hours` is empty until the campaign is known for a week. */
export type CampaignWatch = { hours: WatchedHour[]; anomalies: Anomaly[] };
