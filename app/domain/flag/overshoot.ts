import { groupOf, limitOn, type CampaignLimit } from "../campaign/limit.ts";
import { dayNumber, dayText } from "../policy/day.ts";
import { spendCapOf, spentOn } from "../policy/limit.ts";
import type { Season } from "../policy/season.ts";
import { spanOf, type Span } from "../policy/span.ts";
import type { OvershootEvidence } from "./summary.ts";

/**
 * One use that still counts, by one person, of one campaign. `day` is shop-local. `costMinor`: what it took off, less the
 * refunded share, where the campaign has a cap per customer; else 0.
 */
export type CountedUse = {
  campaignId: string;
  orderId: string;
  orderName: string;
  code: string;
  codeKey: string;
  placedAt: string;
  day: string;
  costMinor: number;
};

/**
 * A use as it was placed: it need not count any more, since what was paid for its order was paid back, say. `freedAt`: since
 * when it does not.
 */
export type PlacedUse = CountedUse & { freedAt: string | null };

/** Whether a use still counted when another was placed. Of the same moment the order comes first, and then the refund. */
export function countedAt({ freedAt }: Pick<PlacedUse, "freedAt">, placedAt: string): boolean {
  return freedAt === null || freedAt >= placedAt;
}

export type Overshoot = { orderId: string; codeKey: string; evidence: OvershootEvidence };

/** A campaign as far as uses are counted: its limits and the numbers of the groups it is in. */
export type LimitedCampaign = {
  id: string;
  limits: readonly CampaignLimit[];
  groups: readonly number[];
};

/** How often somebody may use a campaign that is only for those it was issued to, when it was not to them. */
const NOT_ISSUED: CampaignLimit = { perCustomer: 0, window: "lifetime", counter: "campaign" };

/** A campaign as it is for somebody to whom it was not issued. */
export function notIssued(campaign: LimitedCampaign): LimitedCampaign {
  return { ...campaign, limits: [NOT_ISSUED] };
}

type Setting = {
  /** All campaigns whose uses are given, by id. */
  campaigns: ReadonlyMap<string, LimitedCampaign>;
  seasons: readonly Season[];
  /** Whether the person was allowed more than the limits say when they used a code. */
  isAllowed: (use: CountedUse) => boolean;
};

/**
 * One person's uses beyond a limit of the campaign they are of, each with the orders that count before it. Of several
 * limits that a use is beyond, the campaign's first is told.
 *
 * Catches: orders that slipped past the guard because two checkouts were open at once, or because the guard could not
 * know the shopper yet. Whom it wrongly catches: people who share an e-mail address or a customer account.
 * Judged in the order the orders were placed, never in the order we heard of them, and by what counted then: an earlier use
 * that was freed before entitles a later one, and money that is paid back afterwards changes nothing. (What somebody spent
 * is less what was paid back since.)
 */
export function findOvershoots(uses: readonly PlacedUse[], setting: Setting): Overshoot[] {
  const inOrder = [...uses].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const found = new Map<string, Overshoot>();
  for (const campaign of setting.campaigns.values()) {
    if (!inOrder.some(({ campaignId }) => campaignId === campaign.id)) continue;
    for (const limit of campaign.limits) {
      for (const counted of countedTogether(inOrder, campaign, limit, setting)) {
        for (const over of beyond(counted, limit, campaign.id, setting)) {
          const key = `${over.orderId} ${over.codeKey}`;
          if (!found.has(key)) found.set(key, over);
        }
      }
    }
  }
  return [...found.values()];
}

/** The uses that a limit counts, apart where it counts them apart. */
function countedTogether(
  uses: readonly PlacedUse[],
  { id }: LimitedCampaign,
  limit: CampaignLimit,
  { campaigns }: Setting,
): PlacedUse[][] {
  const group = groupOf(limit);
  if (group !== null) {
    return [uses.filter((use) => campaigns.get(use.campaignId)?.groups.includes(group))];
  }
  const own = uses.filter(({ campaignId }) => campaignId === id);
  if (limit.counter !== "code") return [own];
  const keys = [...new Set(own.map(({ codeKey }) => codeKey))];
  return keys.map((key) => own.filter(({ codeKey }) => codeKey === key));
}

function beyond(
  uses: readonly PlacedUse[],
  limit: CampaignLimit,
  campaignId: string,
  { seasons, isAllowed }: Setting,
): Overshoot[] {
  const before: { use: PlacedUse; day: number }[] = [];
  const found: Overshoot[] = [];
  for (const use of uses) {
    const day = dayNumber(use.day);
    const guardLimit = limitOn(limit, seasons, use.day);
    const span = day !== null && guardLimit ? spanOf(guardLimit.window, day) : null;
    if (day === null || !span) continue;
    before.push({ use, day });
    const counted = before.filter(
      (each) =>
        (each.use === use || countedAt(each.use, use.placedAt)) &&
        each.day >= span.first &&
        (span.last === null || each.day <= span.last),
    );
    const cap = spendCapOf(limit);
    // The order that reaches a cap may still go beyond it: nobody gets half a discount.
    const isOver =
      cap === null
        ? counted.length > limit.perCustomer
        : spentOn(counted.slice(0, -1).map((each) => each.use)) >= cap;
    if (isOver && use.campaignId === campaignId && !isAllowed(use)) {
      const orders = counted.map((each) => each.use);
      const { orderId, codeKey } = use;
      found.push({ orderId, codeKey, evidence: evidence(limit, span, seasons, orders) });
    }
  }
  return found;
}

/** The latest orders tell the story; a ring of hundreds would only fill the page. */
const ORDERS_SHOWN = 20;

function evidence(
  { perCustomer, window, counter }: CampaignLimit,
  { first, last }: Span,
  seasons: readonly Season[],
  counted: readonly CountedUse[],
): OvershootEvidence {
  const capMinor = spendCapOf({ counter });
  const isSeason = typeof window === "object" && window.kind === "season";
  const season = isSeason && seasons.find(({ key }) => key === window.season);
  return {
    ...{ limit: perCustomer, window, counter },
    period: last === null ? "L" : `${dayText(first)}/${dayText(last)}`,
    ...(season ? { season: season.name } : {}),
    ...(capMinor === null ? {} : { spent: { capMinor, minor: spentOn(counted) } }),
    orders: counted.slice(-ORDERS_SHOWN).map((use) => ({
      orderId: use.orderId,
      name: use.orderName,
      placedAt: use.placedAt,
      code: use.code,
    })),
  };
}

function idOf(use: CountedUse): string {
  return `${use.placedAt} ${use.orderId.padStart(20, "0")} ${use.codeKey}`;
}
