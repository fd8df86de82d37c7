import type { Counter, GroupId, GuardLimit } from "../policy/limit.ts";
import type { PromotionalPeriod } from "../policy/limit.ts";
import { turnOf, type Season } from "../policy/season.ts";

/** By a season's key: each of its turns counts anew. */
export type SeasonWindow = { kind: "season"; season: string };

/**
 * A limit as the merchant sets it; the guard holds it as a `GuardLimit`, in which a season is the turn that runs or
 * comes next.
 */
export type CampaignLimit = {
  perCustomer: number;
  window: GuardLimit["window"] | SeasonWindow;
  counter: Counter;
};

export function groupIdOf(number: number): GroupId {
  return `+${number.toString(36)}`;
}

/** The group a limit counts over; null when it counts within its campaign. */
export function groupOf({ counter }: Pick<CampaignLimit, "counter">): number | null {
  return counter.startsWith("+") ? parseInt(counter.slice(1), 36) : null;
}

/** A limit on a local date; null when it is by a season that is over, or that there is no more: then it holds nothing. */
export function limitOn(
  { window, ...limit }: CampaignLimit,
  seasons: readonly Season[],
  localDate: string,
): GuardLimit | null {
  if (typeof window === "string" || window.kind !== "season") return { ...limit, window };
  const turn = turnFor(window, seasons, localDate);
  return turn && { ...limit, window: turn };
}

function turnFor(
  { season: key }: SeasonWindow,
  seasons: readonly Season[],
  localDate: string,
): PromotionalPeriod | null {
  const season = seasons.find((each) => each.key === key);
  return season ? turnOf(season, localDate) : null;
}

/** The one limit that Shopify itself can hold: “once per customer”, over all codes of the campaign. */
export function isOnceForLife({ perCustomer, window, counter }: CampaignLimit): boolean {
  return perCustomer === 1 && window === "lifetime" && counter === "campaign";
}
