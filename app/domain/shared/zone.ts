/**
 * A shop's clock, given by infra because the zone database is not ours: `dayOf` tells the local date ("YYYY-MM-DD") of
 * an instant, `instantOf` the instant of a local wall-clock time ("YYYY-MM-DDTHH:MM"), null when there is no such time.
 * A time that a change of clocks skips is taken as the moment after it; one that comes twice as the first.
 */
export type Zone = {
  name: string;
  dayOf(instant: Date): string;
  wallClockOf(instant: Date): string;
  instantOf(wallClock: string): Date | null;
};
