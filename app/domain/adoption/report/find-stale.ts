import { DAY_MS } from "../../shared/days.ts";
import { finding, type Finding, type ReportedDiscount } from "./finding.ts";

/** Without a use for so long something is forgotten. */
const FORGOTTEN_DAYS = 90;
/** What ends so soon can still be saved. */
const SOON_DAYS = 14;

/** Codes that belong to no campaign although they could. */
export function findOrphans(discounts: readonly ReportedDiscount[]): Finding[] {
  return discounts.flatMap((each) => {
    if (each.method !== "code" || each.campaign || each.mapping === "not_ours") return [];
    const what = each.codes === 1 ? "Its code belongs" : `Its ${each.codes} codes belong`;
    return [finding("orphan", each, `${what} to no campaign.`)];
  });
}

/**
 * What is over and still in people's hands, as its uses or codes that were added since show, or runs and is used by
 * nobody although no code was added lately. Of discounts that are no campaign's Shopify tells only how often they were
 * used, not when, and of their codes not when they were added.
 */
export function findZombies(discounts: readonly ReportedDiscount[], now: Date): Finding[] {
  const since = new Date(now.getTime() - FORGOTTEN_DAYS * DAY_MS);
  return discounts.flatMap((each) => {
    if (each.method !== "code") return [];
    const { startsAt, endsAt, uses, lastUsedAt, codesAddedAt } = each;
    if (endsAt && endsAt <= now) {
      if (codesAddedAt && codesAddedAt > endsAt)
        return [finding("zombie", each, "It is over, and codes were added to it since.")];
      if (uses === 0 || endsAt < since) return [];
      const reason = `It is over after ${uses} ${uses === 1 ? "use" : "uses"}: whoever still has a code is turned away.`;
      return [finding("zombie", each, reason)];
    }
    if (startsAt > since || (codesAddedAt && codesAddedAt > since)) return [];
    if (uses === 0)
      return [finding("zombie", each, "It has run for 90 days or more without a use.")];
    if (lastUsedAt === null || lastUsedAt >= since) return [];
    return [finding("zombie", each, "It was not used in the last 90 days.")];
  });
}

/** Ends within two weeks, and less than half of it was used. */
export function findExpiring(discounts: readonly ReportedDiscount[], now: Date): Finding[] {
  const soon = new Date(now.getTime() + SOON_DAYS * DAY_MS);
  return discounts.flatMap((each) => {
    const { endsAt } = each;
    if (each.method !== "code" || !endsAt || endsAt <= now || endsAt > soon) return [];
    const { used, of, what } = usageOf(each);
    if (of === 0 || used * 2 >= of) return [];
    const days = Math.ceil((endsAt.getTime() - now.getTime()) / DAY_MS);
    const left = days === 1 ? "within a day" : `within ${days} days`;
    return [finding("expiring_unused", each, `It ends ${left}; ${used} of ${of} ${what} used.`)];
  });
}

/** Several codes count by code, one by the uses it allows; one without a cap is used or not. */
function usageOf({ codes, usedCodes, uses, terms }: ReportedDiscount) {
  if (codes > 1) return { used: usedCodes, of: codes, what: "codes were" };
  const limit = terms?.usageLimit ?? null;
  if (limit !== null) return { used: uses, of: limit, what: "uses were" };
  return { used: Math.min(uses, 1), of: codes, what: "code was" };
}
