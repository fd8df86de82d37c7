export const DAY_MS = 86_400_000;

/** The day `count` days after a local date ("YYYY-MM-DD"); before it when negative. Calendar days: clocks do not matter. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The `count` days that end with `today`, oldest first. */
export function lastDays(today: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
}
