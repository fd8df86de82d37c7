import { DAYS_MOST } from "#app/domain/policy/standing-wire.ts";

/** What a limit of more uses than checkout is told days of does not hold; nothing for any other. */
export function daysToldHint(times: string, window: string): string | undefined {
  if (!(Number(times) > DAYS_MOST) || window === "lifetime" || window === "day") return undefined;
  return (
    `Checkout knows a customer’s uses on the last ${DAYS_MOST} days that have any. When they are on more days than that, ` +
    "a use beyond the limit goes through and is flagged from its order."
  );
}
