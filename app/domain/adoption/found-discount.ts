import type { DiscountTerms } from "../discount/terms.ts";

/** A discount in Shopify that is no campaign's, as far as what it could become depends on it. */
export type FoundDiscount = {
  id: string;
  method: "code" | "automatic";
  kind: "basic" | "free_shipping" | "bxgy" | "app";
  title: string;
  /** Null for what an app's function decides. */
  terms: DiscountTerms | null;
  subscriptionOnly: boolean;
  codes: number;
  /** The first and the last of its codes' keys, by their characters' numbers; null without codes. */
  first: string | null;
  last: string | null;
};

/** What all codes of a discount begin with: what the first and the last by order have in common. */
export function commonStart({ first, last }: Pick<FoundDiscount, "first" | "last">): string {
  if (first === null || last === null) return "";
  let at = 0;
  while (at < first.length && first[at] === last[at]) at += 1;
  return first.slice(0, at);
}

/**
 * What the campaign of several codes could be called after them, the likeliest first: their beginning up to a sign that
 * parts it from the rest, the longest first, then their whole beginning, of which the last letters may be chance.
 */
export function stemsOf(found: Pick<FoundDiscount, "first" | "last">): string[] {
  const start = commonStart(found);
  const stems: string[] = [];
  for (let at = start.length - 1; at > 0; at -= 1) {
    const isEnd = /[-_]/.test(start[at] ?? "") && !/[-_]/.test(start[at - 1] ?? "");
    if (isEnd) stems.push(start.slice(0, at));
  }
  return start === "" || /[-_]$/.test(start) ? stems : [...stems, start];
}
