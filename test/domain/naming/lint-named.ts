import type { Named } from "#app/domain/naming/lint/rule.ts";

/** Ten percent for everybody, all June 2026, in a shop whose clock is always UTC+1. */
export const JUNE: Named = {
  offer: { kind: "percentage", basisPoints: 1000 },
  startsAt: new Date("2026-05-31T23:00:00Z"),
  endsAt: new Date("2026-06-30T22:59:59Z"),
  timeZone: {
    dayOf: (instant) => new Date(instant.getTime() + 3_600_000).toISOString().slice(0, 10),
  },
  currency: "EUR",
  segmentQuery: null,
};

/** The same from one local day to another ("YYYY-MM-DD"), or without end. */
export const between = (first: string, last: string | null): Named => ({
  ...JUNE,
  startsAt: new Date(`${first}T08:00:00Z`),
  endsAt: last === null ? null : new Date(`${last}T08:00:00Z`),
});
