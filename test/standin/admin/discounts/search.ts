import type { Audience } from "../../checkout/discount.ts";
import { foldCode, idOf } from "../../gid.ts";
import type { Discount } from "../../state.ts";
import type { AdminContext } from "../context.ts";
import { number, searchFor, text, time, words, type Filter } from "../search/match.ts";
import { classesOf, kindOf, statusOf, usageOf } from "./status.ts";

/** The documented filters of `discountNodes`, except those on cart-line tags, which nothing here has. */
export function searchDiscounts<One extends Discount>(
  { world }: AdminContext,
  discounts: readonly One[],
  query: string,
): readonly One[] {
  const { now } = world;
  const type: Filter<Discount> = (one, term) => {
    if (term.value === "all_with_app") return true;
    if (term.value === "all") return kindOf(one) !== "app";
    return text<Discount>((some) => [kindOf(some), kindOf(some).replace("bxgy", "bogo")])(
      one,
      term,
    );
  };
  return searchFor<One>(
    {
      default: words((one) => [one.title, ...codesOf(one)]),
      id: number(({ id }) => id),
      title: words(({ title }) => [title]),
      code: (one, { value }) => codesOf(one).some((code) => foldCode(code) === foldCode(value)),
      method: text(({ method }) => method),
      type,
      discount_type: type,
      discount_class: text((one) => classesOf(one)),
      combines_with: text(({ combinesWith }) =>
        (["ORDER", "PRODUCT", "SHIPPING"] as const)
          .filter((name) => combinesWith[name])
          .map((name) => `${name}_discounts`),
      ),
      context: text((one) => CONTEXTS[audienceOf(one).kind]),
      customer_ids: number((one) => audienceIds(one, "customers", "Customer")),
      segment_ids: number((one) => audienceIds(one, "segments", "Segment")),
      market_ids: number((one) => audienceIds(one, "markets", "Market")),
      status: text((one) => statusOf(one, now())),
      tag: text(({ tags }) => tags),
      times_used: number(usageOf),
      starts_at: time(({ startsAt }) => startsAt, now),
      ends_at: time(({ endsAt }) => endsAt, now),
      created_at: time(({ createdAt }) => createdAt, now),
      updated_at: time(({ updatedAt }) => updatedAt, now),
    },
    discounts,
    query,
  );
}

const CONTEXTS = {
  all: "all",
  customers: "customer",
  segments: "segment",
  markets: "market",
} as const;

/** Documented: "not supported for bulk discounts", that is, those with more than one code. */
function codesOf(discount: Discount): string[] {
  if (discount.method !== "code" || discount.redeemCodes.size !== 1) return [];
  return [...discount.redeemCodes].map(({ code }) => code);
}

function audienceIds(
  discount: Discount,
  kind: "customers" | "segments" | "markets",
  type: string,
): number[] {
  const audience = audienceOf(discount);
  return audience.kind === kind ? audience.ids.flatMap((id) => idOf(id, type) ?? []) : [];
}

function audienceOf(discount: Discount): Audience {
  return "audience" in discount ? discount.audience : { kind: "all" };
}
