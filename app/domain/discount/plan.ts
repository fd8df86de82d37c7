import { mergeTerms, type Agreed, type Difference } from "./merge.ts";
import { hasEnded, STOPPED, type DiscountTerms, type TermsField } from "./terms.ts";

/** One step towards what is wanted. Each looks before it acts, so a plan may be stopped and made anew anywhere. */
export type Operation =
  /** The campaign's limits reach the checkout before anything of it works. */
  | { kind: "publish_guard" }
  /** The discount with its first code. */
  | { kind: "create_discount"; code: string }
  | { kind: "change_discount"; fields: Difference[] }
  | { kind: "stop_discount" }
  | { kind: "add_codes"; count: number }
  | { kind: "remove_codes"; count: number }
  /** Shopify's side becomes ours; asks nothing of Shopify. */
  | { kind: "adopt"; fields: Difference[] }
  /** Both sides changed, or theirs cannot be ours: a person decides. Nothing is done. */
  | { kind: "decide"; fields: Difference[] };

/** How a campaign stands on both sides. `theirs` is null while there is no discount. */
export type Standpoint = {
  ours: DiscountTerms;
  agreed: Agreed | null;
  theirs: DiscountTerms | null;
  /** The code to begin with; null while none is made. */
  firstCode: string | null;
  toAdd: number;
  toRemove: number;
};

/**
 * What brings both sides together. `isAdoptable` says whether a campaign can say what Shopify's side says now. Without
 * a discount nothing but its beginning is planned; one that is stopped from the start is never made.
 */
export function planSync(
  { ours, agreed, theirs, firstCode, toAdd, toRemove }: Standpoint,
  isAdoptable: (difference: Difference) => boolean,
  now: Date,
): Operation[] {
  const guard: Operation = { kind: "publish_guard" };
  if (!theirs) {
    if (firstCode === null || ours.endsAt === STOPPED) return [guard];
    return [guard, { kind: "create_discount", code: firstCode }, ...codes(toAdd - 1, toRemove)];
  }
  const differences = mergeTerms(ours, agreed, theirs, now);
  const pushed = differences.filter(({ changedBy }) => changedBy === "us");
  const adopted = differences.filter((each) => each.changedBy === "them" && isAdoptable(each));
  const open = differences.filter((each) => !pushed.includes(each) && !adopted.includes(each));
  const changed = pushed.filter(({ field }) => !(field === "endsAt" && ours.endsAt === STOPPED));
  const isStopping =
    ours.endsAt === STOPPED && !hasEnded(theirs, now) && isPushed(pushed, "endsAt");
  return [
    guard,
    ...some("adopt", adopted),
    ...some("decide", open),
    ...some("change_discount", changed),
    ...(isStopping ? [{ kind: "stop_discount" } as const] : []),
    ...codes(toAdd, toRemove),
  ];
}

/** A code that replaces another is there before that one goes. */
function codes(toAdd: number, toRemove: number): Operation[] {
  return [
    ...(toAdd > 0 ? [{ kind: "add_codes", count: toAdd } as const] : []),
    ...(toRemove > 0 ? [{ kind: "remove_codes", count: toRemove } as const] : []),
  ];
}

function some<K extends "adopt" | "decide" | "change_discount">(kind: K, fields: Difference[]) {
  return fields.length > 0 ? [{ kind, fields }] : [];
}

function isPushed(pushed: readonly Difference[], wanted: TermsField): boolean {
  return pushed.some(({ field }) => field === wanted);
}
