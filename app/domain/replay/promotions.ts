import type { FairUsePolicy } from "../fair-use/policy.ts";
import type { LimitWindow } from "../policy/limit.ts";

/** What may be missing in a file may as well be left empty. */
type Maybe<T> = T | null | undefined;

/** How uses are counted together: by the shop's calendar, over the last so many days, or from one day to another. */
export type PromotionWindow = LimitWindow | { days: number } | { first: string; last: string };

/**
 * A campaign as `promotions.yaml` has it.
 *
 * - `codes` or `pattern`: either a list, or the codes that a pattern of the naming language reads.
 * - `startsAt`, `endsAt`: an instant with its zone, or a local time or day of the shop; a day is the first or the last one.
 * - `once`: as a limit of one for life, beside any other.
 * - `audience`: "issued" for only those the campaign was issued to, "private" for whoever was given the code, but no list of them.
 * - `frees`: what gives a use back; both, where nothing is said.
 */
export type Promotion = {
  key: string;
  codes?: Maybe<string[]>;
  pattern?: Maybe<string>;
  startsAt?: Maybe<string>;
  endsAt?: Maybe<string>;
  limit?: Maybe<{
    perCustomer: number;
    perHousehold?: Maybe<number>;
    window?: Maybe<PromotionWindow>;
  }>;
  once?: Maybe<boolean>;
  audience?: Maybe<"issued" | "private">;
  frees?: Maybe<{ cancel?: Maybe<boolean>; fullRefund?: Maybe<boolean> }>;
};

/**
 * A way to judge orders. `policy`: a preset's key, or rules as the policy editor saves them; a person decides when left
 * out. `flagFrom`: the score, 0 to 1, from which orders are flagged; the product's own when left out.
 */
export type PromotionWay = {
  policy?: Maybe<string | FairUsePolicy>;
  flagFrom?: Maybe<number>;
};

/** Two of them side by side; the first is the product as it comes when left out. */
export type PromotionBacktest = { first?: Maybe<PromotionWay>; second: PromotionWay };

/** The shop and the campaigns an order stream is replayed against: `promotions.yaml`. */
export type Promotions = {
  /** `timezone`: an IANA name; `currency`: an ISO 4217 code. */
  shop: { timezone: string; currency: string };
  /** Patterns of names, by which the campaigns' keys are read. */
  conventions?: Maybe<string[]>;
  campaigns: Promotion[];
  backtest?: Maybe<PromotionBacktest>;
};

/** Something wrong with the file, and where: the way to the value, such as ["campaigns", 2, "limit", "perCustomer"]. */
export type PromotionProblem = { path: readonly (string | number)[]; message: string };
