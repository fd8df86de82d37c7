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

/**
 * The uses of a campaign once they took off as much as they may for one customer, and none before: the rule's id, "$" and
 * that much in minor units. A limit of one of these is the cap per customer.
 */
export type SpendCounter = `${string}$${number}`;

/**
 * What is counted together: the uses of one code, of all codes of the campaign, of all campaigns of a group, or those of
 * the campaign once its cap per customer is reached.
 */
export type Counter = "code" | "campaign" | GroupId | SpendCounter;

/** A cap per customer as a limit of the rule with this id. */
export function spendLimit(
  rule: string,
  capMinor: number,
): { perCustomer: 1; window: "lifetime"; counter: SpendCounter } {
  return { perCustomer: 1, window: "lifetime", counter: `${rule}$${capMinor}` };
}

/** What uses may take off in all, in minor units; null when they are counted one by one. */
export function spendCapOf({ counter }: { counter: string }): number | null {
  const [, minor] = /^[0-9a-z]+\$(\d+)$/.exec(counter) ?? [];
  return minor === undefined ? null : Number(minor);
}

/** How many uses count towards a limit: of a cap per customer all or none. `costMinor`: what a use took off. */
export function countOf(
  limit: Pick<GuardLimit, "counter">,
  uses: readonly { costMinor: number }[],
): number {
  const cap = spendCapOf(limit);
  return cap === null || spentOn(uses) >= cap ? uses.length : 0;
}

/** What uses took off together, in minor units. */
export function spentOn(uses: readonly { costMinor: number }[]): number {
  return uses.reduce((sum, { costMinor }) => sum + costMinor, 0);
}

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
