/** The stretch of the shop's own calendar in which uses are counted together. */
export type LimitWindow = "lifetime" | "day" | "week" | "month" | "quarter";

export const LIMIT_WINDOWS: readonly LimitWindow[] = [
  "lifetime",
  "day",
  "week",
  "month",
  "quarter",
];

/**
 * A promotional period by the days it lasts: local dates "YYYY-MM-DD", both still in it. One that comes back every
 * year is a `Season` (`season.ts`); this is one of its turns. On no other day does a limit by it hold anything.
 */
export type PromotionalPeriod = { kind: "period"; first: string; last: string };

/** The last `days` days (1 to `ROLLING_DAYS_MOST`), today included. */
export type RollingWindow = { kind: "rolling"; days: number };

export const ROLLING_DAYS_MOST = 1_000;

/** A group of campaigns: "+", then its number in base 36, lower case. */
export type GroupId = `+${string}`;

/** What is counted together: the uses of one code, of all codes of the campaign, or of all campaigns of a group. */
export type Counter = "code" | "campaign" | GroupId;

/**
 * A limit as the guard holds it: at most `perCustomer` (1 or more) uses of what is counted together, by one customer,
 * within the window. A campaign has a list of them, at most `LIMITS_MOST`; all must hold, so the strictest wins.
 */
export type GuardLimit = {
  perCustomer: number;
  window: LimitWindow | PromotionalPeriod | RollingWindow;
  counter: Counter;
};

export const LIMITS_MOST = 3;
