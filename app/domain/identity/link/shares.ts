import { DAY_MS } from "../../shared/days.ts";
import { KEY, KEYS, type EncodedOrder } from "../encode/encoded-order.ts";
import { HALF_LIFE_DAYS, type IdentityView } from "../index/identity-index.ts";

/** How many unrelated people are expected to come to share a value that few have had yet. */
const EXPECTED = 0.5;
/** Before this many clusters are known, shares are those of a shop of this size. */
const SMALL_SHOP = 500;

/**
 * What shares of orders strangers have in common in a shop of which nothing is known yet: it may sell one product only, to
 * the visitors of one page. Gives way to what is counted as people come to be known, half of it at so many.
 */
const UNKNOWN: Readonly<Record<number, number>> = {
  [KEY.product]: 0.5,
  [KEY.landing]: 0.5,
  [KEY.agent]: 0.15,
  [KEY.bin]: 0.15,
  [KEY.range]: 0.03,
};
const KNOWN_FROM = 80;

/** So many people with one value in a week are no crowd yet. */
const PASSING = 2;

export type ShareOf = (place: number) => number;

/**
 * How common the values of an order are: the share of unrelated people who would have the same one. Counts people, ever
 * and of late, and takes the larger share; so what a crowd shares (a campus, a carrier's address, the product of the
 * week) says little without any list of such things. Never above .9.
 */
export function sharesFor(view: IdentityView, order: EncodedOrder): ShareOf {
  const total = view.total(order.at);
  const unknown = (KNOWN_FROM / (KNOWN_FROM + total.clusters)) ** 2;
  const known = new Float64Array(KEYS).fill(-1);
  return (place) => {
    let share = known[place]!;
    if (share < 0) {
      const { clusters, heat } =
        place === KEY.card
          ? { clusters: customersWith(order.keys[place]!, view), heat: 0 }
          : view.countOf(order.keys[place]!, order.at);
      // A full name is rarely shared: who has it already may be the shopper, the others are namesakes.
      const others = place === KEY.person ? Math.max(0, clusters - 1) : clusters + EXPECTED;
      const ever = others / (total.clusters + SMALL_SHOP);
      const lately = Math.max(0, heat - PASSING) / (total.heat + SMALL_SHOP / 4);
      share = Math.min(0.9, Math.max(ever, lately, unknown * (UNKNOWN[place] ?? 0)));
      known[place] = share;
    }
    return share;
  };
}

/** Newest orders of a card, by which it is known whose it is. */
const HOLDERS = 40;
/** Members of a cluster that are looked at. */
const MEMBERS = 100;
/** Days between a customer's orders: who made accounts for a bonus does not come back to them to pay in full. */
const CUSTOMER_DAYS = 7;

/**
 * How many customers in their own right hold a card, beside one who may be the shopper: a company's, a number that stands
 * for another. Accounts that only ever redeemed are no crowd, however many: one hand that goes on with one card would look
 * less and less like one.
 */
function customersWith(card: number, view: IdentityView): number {
  const clusters = new Set(view.newest(card, HOLDERS).map(({ cluster }) => cluster));
  if (clusters.size < 2) return 0;
  const customers = [...clusters].filter((cluster) => isCustomer(view.membersOf(cluster, MEMBERS)));
  const all = Math.max(1, view.clustersOf(card) / clusters.size);
  return Math.max(0, customers.length * all - 1);
}

function isCustomer(members: readonly EncodedOrder[]): boolean {
  const [newest] = members;
  const oldest = members.at(-1);
  if (!newest || !oldest || newest.at - oldest.at < CUSTOMER_DAYS * DAY_MS) return false;
  return members.some(({ campaign }) => campaign === null);
}

/** The share among those who redeem the campaign, if it is larger. */
export function campaignShare(
  view: IdentityView,
  order: EncodedOrder,
  share: ShareOf,
  place: number,
  campaignPlace: number,
): number {
  const everywhere = share(place);
  const key = order.keys[campaignPlace]!;
  if (key === 0) return everywhere;
  const campaign = view.countOf(order.keys[KEY.campaign]!, order.at);
  const here = view.countOf(key, order.at);
  const ever = (here.clusters + EXPECTED) / (campaign.clusters + SMALL_SHOP / 5);
  const lately = Math.max(0, here.heat - PASSING) / (campaign.heat + SMALL_SHOP / 20);
  return Math.min(0.9, Math.max(everywhere, ever, lately));
}

/** Days that are added to a campaign's age: its first hours say little of its pace. */
const LEAST_AGE = 0.5;

/**
 * Clusters that redeem the campaign in a day, of late; at least a few, so that a quiet shop is not all suspicion. In a
 * campaign's first days its heat has not come up yet: how much of it has faded says how long they have been.
 */
export function campaignRate(view: IdentityView, order: EncodedOrder): number {
  const { heat, clusters } = view.countOf(order.keys[KEY.campaign]!, order.at);
  const lately = (heat * Math.LN2) / HALF_LIFE_DAYS;
  const days = -2 * HALF_LIFE_DAYS * Math.log2(Math.min(1, heat / Math.max(1, clusters)));
  const fromStart = days < HALF_LIFE_DAYS ? clusters / (days + LEAST_AGE) : 0;
  return Math.max(2, lately, fromStart);
}
