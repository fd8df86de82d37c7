import { dayNumber } from "../policy/day.ts";
import { LIMIT_WINDOWS, LIMITS_MOST, ROLLING_DAYS_MOST, type GroupId } from "../policy/limit.ts";
import { GROUPS_MOST } from "../policy/rule.ts";
import { LIMIT_ROWS, type LimitRow } from "./form.ts";
import { readBound, type FormReader } from "./form-reader.ts";
import { groupOf, type CampaignLimit } from "./limit.ts";

/** The guard counts per customer in a compact format; a larger number is no limit at all. */
const MOST_PER_CUSTOMER = 1_000;

/** How often one customer may use it; rows without a number are no limits. */
export function readLimits(reader: FormReader): CampaignLimit[] {
  const limits: CampaignLimit[] = [];
  for (const row of LIMIT_ROWS.slice(0, LIMITS_MOST)) {
    const limit = readLimit(reader, row);
    if (!limit) continue;
    const isTwin = limits.some((other) => sameSpan(other, limit));
    if (isTwin) reader.report(row[1], "There is a limit like this one above. Change one of them.");
    else limits.push(limit);
  }
  return limits;
}

const sameSpan = (a: CampaignLimit, b: CampaignLimit): boolean =>
  a.counter === b.counter && JSON.stringify(a.window) === JSON.stringify(b.window);

function readLimit(reader: FormReader, row: LimitRow): CampaignLimit | null {
  const perCustomer = readBound(reader, row[0], MOST_PER_CUSTOMER) ?? null;
  if (perCustomer === null) return null;
  const window = readWindow(reader, row);
  const counter = readCounter(reader, row[5]);
  return window && counter && { perCustomer, window, counter };
}

function readWindow({ form, report }: FormReader, row: LimitRow): CampaignLimit["window"] | null {
  const [, windowField, daysField, firstField, lastField] = row;
  const text = form[windowField].trim();
  const known = LIMIT_WINDOWS.find((window) => window === text);
  if (known) return known;
  if (/^season:[^:]{1,100}$/.test(text)) return { kind: "season", season: text.slice(7) };
  if (text === "rolling") {
    const typed = form[daysField].trim();
    const days = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
    if (days >= 1 && days <= ROLLING_DAYS_MOST) return { kind: "rolling", days };
    return report(daysField, `Enter a whole number of days from 1 to ${ROLLING_DAYS_MOST}.`);
  }
  if (text !== "period")
    return report(windowField, "Choose over how long the uses of one customer are counted.");
  const [first, last] = [form[firstField].trim(), form[lastField].trim()];
  if (dayNumber(first) === null)
    return report(firstField, "Enter the first day, such as 2026-11-20.");
  if (dayNumber(last) === null) return report(lastField, "Enter the last day, such as 2026-11-30.");
  if (last < first) return report(lastField, "The last day has to be on or after the first.");
  return { kind: "period", first, last };
}

function readCounter({ form, report }: FormReader, field: LimitRow[5]) {
  const text = form[field].trim();
  if (text === "campaign" || text === "") return "campaign";
  if (text === "code") return "code";
  return /^\+[0-9a-z]{1,6}$/.test(text)
    ? (text as GroupId)
    : report(field, "Choose what is counted: this code, all codes of the campaign, or a group.");
}

/** The groups the campaign is in: those that were chosen, and those that its limits count over. */
export function readGroups(
  { form, report }: FormReader,
  limits: readonly CampaignLimit[],
): number[] | null {
  const typed = form.groups.split(",").map((text) => text.trim());
  const chosen = typed.filter((text) => text !== "");
  if (!chosen.every((text) => /^[1-9]\d{0,8}$/.test(text)))
    return report("groups", "Choose groups from the list.");
  const counted = limits.map(groupOf).filter((number) => number !== null);
  const all = [...new Set([...chosen.map(Number), ...counted])].sort((a, b) => a - b);
  if (all.length <= GROUPS_MOST) return all;
  return report(
    "groups",
    `A campaign can be in ${GROUPS_MOST} groups, those its limits count over included. Leave some out.`,
  );
}
