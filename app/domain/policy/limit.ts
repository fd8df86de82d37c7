/** The stretch of the shop's own calendar in which uses are counted together. */
export type LimitWindow = "lifetime" | "day" | "week" | "month" | "quarter";

export const LIMIT_WINDOWS: readonly LimitWindow[] = [
  "lifetime",
  "day",
  "week",
  "month",
  "quarter",
];

/** At most `perCustomer` (1 or more) uses by one customer within each `window`. */
export type Limit = { perCustomer: number; window: LimitWindow };

export function isLimitWindow(text: string): text is LimitWindow {
  return LIMIT_WINDOWS.some((window) => window === text);
}
