import { plural } from "./number.ts";

const UNITS = [
  { ms: 86_400_000, one: "day", many: "days" },
  { ms: 3_600_000, one: "hour", many: "hours" },
  { ms: 60_000, one: "minute", many: "minutes" },
] as const;

/**
 * How long something takes, as precise as anybody needs: "0.4 s", "12 s", "3 minutes", "4 days".
 * Rounded up from a minute on.
 */
export function formatLasting(ms: number, number: (value: number) => string): string {
  const unit = UNITS.find((each) => ms >= each.ms);
  if (unit) {
    const count = Math.ceil(ms / unit.ms);
    return `${number(count)} ${plural(count, unit.one, unit.many)}`;
  }
  return `${number(ms < 10_000 ? Math.max(0.1, Math.round(ms / 100) / 10) : Math.round(ms / 1_000))} s`;
}
