import type { Offer } from "../checkout/discount.ts";
import { gid } from "../gid.ts";
import type { ShopState } from "../state.ts";
import type { DraftDiscount } from "./draft.ts";
import type { Pick } from "./pick.ts";
import { handleName, lookAlike, rubbishName, seasonName, sloppySeasonName } from "./words.ts";

/** What a habit knows of the store it is in. */
export type Surroundings = {
  readonly shop: ShopState;
  readonly pick: Pick;
  /** Codes given out so far, a few of them. */
  readonly known: readonly string[];
};

type Habit = {
  readonly name: string;
  /** How common it is, beside the others. */
  readonly weight: number;
  readonly draft: (around: Surroundings) => DraftDiscount;
};

const PERCENTS = [5, 10, 15, 20, 25, 30] as const;

const percentage = (percent: number): Offer => ({
  kind: "percentage",
  fraction: percent / 100,
  items: { kind: "all" },
});

const SHIPPING: Offer = {
  kind: "free-shipping",
  countries: undefined,
  maximumPrice: undefined,
};

/** How discounts come about in a store that has been run by several people for years. */
export const HABITS: readonly Habit[] = [
  {
    name: "season",
    weight: 22,
    draft: ({ pick }) => {
      if (pick.chance(0.3)) return { code: seasonName(pick, "FREESHIP"), offer: SHIPPING };
      const percent = pick.of(PERCENTS);
      return { code: seasonName(pick, `${percent}OFF`), offer: percentage(percent) };
    },
  },
  {
    name: "sloppySeason",
    weight: 8,
    draft: ({ pick }) => {
      const percent = pick.of(PERCENTS);
      return { code: sloppySeasonName(pick, percent), offer: percentage(percent) };
    },
  },
  {
    name: "influencer",
    weight: 20,
    draft: ({ pick }) => {
      const percent = pick.of(PERCENTS);
      const code = handleName(pick, percent);
      const title = pick.chance(0.5) ? `${code} (Instagram)` : code;
      return { code, title, offer: percentage(percent), oncePerCustomer: pick.chance(0.6) };
    },
  },
  {
    name: "batch",
    weight: 10,
    draft: ({ pick }) => ({
      batch: pick.of(["VIP", "VIP", "THANKS", "NL", "REFILL"]),
      offer: percentage(pick.of(PERCENTS)),
      title: `VIP batch ${pick.below(90) + 10}`,
      usageLimit: 1,
    }),
  },
  {
    name: "expiredBatch",
    weight: 6,
    draft: ({ pick }) => ({
      batch: pick.of(["WB24", "XMAS24", "GIFT"]),
      offer: {
        kind: "amount",
        amount: 500 * (1 + pick.below(4)),
        onEachItem: false,
        items: { kind: "all" },
      },
      when: "past",
      usageLimit: 1,
    }),
  },
  {
    name: "lookAlike",
    weight: 6,
    draft: ({ pick, known }) => ({
      code: known.map(lookAlike).find((one) => one && !known.includes(one)) ?? "SAVE1O",
      offer: percentage(pick.of(PERCENTS)),
    }),
  },
  {
    name: "lyingLabel",
    weight: 6,
    draft: ({ pick }) => {
      if (pick.chance(0.5))
        return { code: `FREESHIP${pick.below(90) + 10}`, offer: percentage(10) };
      return { code: `${pick.of([30, 40, 50])}OFF${pick.below(90) + 10}`, offer: percentage(10) };
    },
  },
  {
    name: "forgotten",
    weight: 6,
    draft: ({ pick }) => ({
      code: `WELCOME${pick.below(900) + 100}`,
      offer: percentage(pick.of(PERCENTS)),
      when: "always",
      isUnused: true,
    }),
  },
  {
    name: "rubbish",
    weight: 4,
    draft: ({ pick }) => ({
      code: rubbishName(pick),
      offer: percentage(100),
      isUnused: pick.chance(0.7),
    }),
  },
  {
    name: "scheduled",
    weight: 3,
    draft: ({ pick }) => ({
      code: seasonName(pick, "15OFF"),
      offer: percentage(15),
      when: "future",
    }),
  },
  {
    name: "automatic",
    weight: 3,
    draft: ({ pick }) => ({
      title: pick.of(["Free shipping from 50", "Clearance", "2 for 1 week"]),
      offer: pick.chance(0.5) ? SHIPPING : percentage(pick.of(PERCENTS)),
      minimum: { kind: "subtotal", amount: 5_000 },
    }),
  },
  {
    name: "bxgy",
    weight: 2,
    draft: ({ pick, shop }) => {
      const product = shop.products.length > 0 ? [gid("Product", pick.of(shop.products).id)] : [];
      const items = {
        kind: "some",
        productIds: product,
        variantIds: [],
        collectionIds: [],
      } as const;
      return {
        code: pick.of(["3FOR2", "B2G1", "DUO", "MITBRINGER"]),
        offer: {
          kind: "buy-x-get-y",
          buys: items,
          buysNeed: { kind: "quantity", quantity: 2 },
          gets: items,
          getsQuantity: 1,
          fraction: 1,
          usesPerOrder: 1,
        },
      };
    },
  },
  {
    name: "app",
    weight: 2,
    draft: ({ pick }) => ({
      code: `LOYAL-${pick.below(9_000) + 1_000}`,
      foreignApp: "Punktekarte",
    }),
  },
  {
    name: "market",
    weight: 1,
    draft: ({ pick, shop }) => ({
      code: seasonName(pick, "10OFF"),
      offer: percentage(10),
      marketIds: shop.markets.slice(0, 1).map(({ id }) => gid("Market", id)),
    }),
  },
  {
    name: "subscription",
    weight: 1,
    draft: ({ pick }) => ({
      code: `ABO${pick.of(PERCENTS)}`,
      offer: percentage(pick.of(PERCENTS)),
      cycles: 3,
    }),
  },
];
