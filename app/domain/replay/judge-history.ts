import { groupOf, limitOn, type CampaignLimit } from "../campaign/limit.ts";
import { countedAt, type LimitedCampaign, type PlacedUse } from "../flag/overshoot.ts";
import { dayNumber } from "../policy/day.ts";
import { countOf } from "../policy/limit.ts";
import type { Season } from "../policy/season.ts";
import { spanOf } from "../policy/span.ts";

type Setting = {
  /** All campaigns whose uses are given, by id. */
  campaigns: ReadonlyMap<string, LimitedCampaign>;
  seasons: readonly Season[];
  /** Whether the person was allowed more than the limits say when they used a code. */
  isAllowed: (use: PlacedUse) => boolean;
};

type Passed = { use: PlacedUse; day: number };

/** Tells a use from the others of a shop. */
export function useKey({ orderId, codeKey }: Pick<PlacedUse, "orderId" | "codeKey">): string {
  return `${orderId} ${codeKey}`;
}

/**
 * The uses of one person that these limits would have refused, in the order they were placed. As at checkout, what is
 * refused is not counted: unlike `findOvershoots`, which judges orders that are there whatever the limits said.
 */
export function refusedUses(uses: readonly PlacedUse[], setting: Setting): Set<string> {
  const inOrder = [...uses].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const passed: Passed[] = [];
  const refused = new Set<string>();
  for (const use of inOrder) {
    const day = dayNumber(use.day);
    if (day === null) continue;
    const limits = setting.campaigns.get(use.campaignId)?.limits ?? [];
    const isOver = limits.some((limit) => isReached(limit, { use, day }, passed, setting));
    if (isOver && !setting.isAllowed(use)) refused.add(useKey(use));
    else passed.push({ use, day });
  }
  return refused;
}

function isReached(
  limit: CampaignLimit,
  { use, day }: Passed,
  passed: readonly Passed[],
  { campaigns, seasons }: Setting,
): boolean {
  const guardLimit = limitOn(limit, seasons, use.day);
  const span = guardLimit && spanOf(guardLimit.window, day);
  if (!span) return false;
  const group = groupOf(limit);
  const isCounted = (other: PlacedUse) =>
    group !== null
      ? (campaigns.get(other.campaignId)?.groups.includes(group) ?? false)
      : other.campaignId === use.campaignId &&
        (limit.counter !== "code" || other.codeKey === use.codeKey);
  const counted = passed.filter(
    (each) =>
      countedAt(each.use, use.placedAt) &&
      each.day >= span.first &&
      (span.last === null || each.day <= span.last) &&
      isCounted(each.use),
  );
  const used = counted.map(({ use: each }) => each);
  return countOf(limit, used) >= limit.perCustomer;
}

function placeOf(use: PlacedUse): string {
  return `${use.placedAt} ${use.orderId.padStart(20, "0")} ${use.codeKey}`;
}
