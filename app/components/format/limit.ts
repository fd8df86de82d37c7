import { groupOf, type CampaignLimit } from "#app/domain/campaign/limit.ts";
import type { TermNames } from "#app/domain/campaign/summary.ts";
import { formatDay } from "./date.ts";
import { formatNumber, plural } from "./number.ts";
import { WINDOW_LABELS } from "./offer.ts";

type Names = Pick<TermNames, "seasons" | "groups">;

/** "once in total", "2 times a month", "3 times within 30 days, counted over all campaigns of Welcome". */
export function formatLimit(limit: CampaignLimit, names: Names, locale: string): string {
  const { perCustomer } = limit;
  const times = perCustomer === 1 ? "once" : `${formatNumber(perCustomer, locale)} times`;
  return `${times} ${windowWords(limit, names, locale)}${counterWords(limit, names)}`;
}

function windowWords({ window }: CampaignLimit, { seasons }: Names, locale: string): string {
  if (typeof window === "string") return WINDOW_LABELS[window];
  switch (window.kind) {
    case "season":
      return `in each ${seasons[window.season] ?? "season that is deleted"}`;
    case "period":
      return `from ${formatDay(window.first, locale)} to ${formatDay(window.last, locale)}`;
    case "rolling":
      return `within ${formatNumber(window.days, locale)} ${plural(window.days, "day", "days")}`;
  }
}

function counterWords(limit: CampaignLimit, { groups }: Names): string {
  if (limit.counter === "code") return ", each code by itself";
  const group = groupOf(limit);
  if (group === null) return "";
  return `, counted over all campaigns of ${groups[String(group)] ?? "a group that is deleted"}`;
}

/** "Each customer can use it once in total and 2 times a month." */
export function limitsSentence(
  limits: readonly CampaignLimit[],
  names: Names,
  locale: string,
): string {
  const words = limits.map((limit) => formatLimit(limit, names, locale));
  const last = words.pop();
  if (last === undefined) return "Each customer can use it as often as they like";
  const listed = words.length > 0 ? `${words.join("; ")}; and ${last}` : last;
  return `Each customer can use it ${listed}`;
}
