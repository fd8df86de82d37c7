import { groupOf, limitOn, type CampaignLimit } from "../campaign/limit.ts";
import { dayNumber, dayText } from "../policy/day.ts";
import type { Season } from "../policy/season.ts";
import { spanOf, type Span } from "../policy/span.ts";

/** Of a campaign that each customer may use as often as they like: all its uses are counted together. */
export const UNLIMITED: CampaignLimit = {
  ...{ perCustomer: Number.MAX_SAFE_INTEGER, window: "lifetime", counter: "campaign" },
};

/** A use of a code on a local day ("YYYY-MM-DD"). */
export type ScopedUse = { campaignId: string; codeKey: string; day: string };

/** `scope` names what uses are counted together as: the same text for all that count against one limit in one period. */
export type LimitScope = { scope: string; limit: CampaignLimit; span: Span };

/**
 * What of its campaign's limits a use counts against: the first that holds on its day. Uses of other periods have another
 * scope; in a window that rolls they have the same, and `span` says which of them count. Null when nothing limits it.
 */
export function limitScope(
  use: ScopedUse,
  limits: readonly CampaignLimit[],
  seasons: readonly Season[],
): LimitScope | null {
  const day = dayNumber(use.day);
  for (const limit of limits) {
    const held = limitOn(limit, seasons, use.day);
    const span = day !== null && held ? spanOf(held.window, day) : null;
    if (!held || !span) continue;
    const what = countedAs(use, limit);
    const isRolling = typeof held.window === "object" && held.window.kind === "rolling";
    const isLasting = held.window === "lifetime" || isRolling;
    return { scope: isLasting ? what : `${what} ${dayText(span.first)}`, limit, span };
  }
  return null;
}

function countedAs({ campaignId, codeKey }: ScopedUse, limit: CampaignLimit): string {
  const group = groupOf(limit);
  if (group !== null) return `group ${group}`;
  return limit.counter === "code" ? `${campaignId} ${codeKey}` : campaignId;
}
