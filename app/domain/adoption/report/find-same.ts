import { codeKey } from "../../code/code-key.ts";
import { lookAlikesAmong } from "../../code/look-alike.ts";
import type { DiscountTerms } from "../../discount/terms.ts";
import { finding, type Finding, type ReportedDiscount } from "./finding.ts";

/**
 * Two discounts that are one, told at the later of them: codes that differ only in signs between letters, or the same
 * offer with the same dates for the same people. Rightly so where one batch was made in several pieces.
 */
export function findDuplicates(discounts: readonly ReportedDiscount[]): Finding[] {
  const byCode = new Map<string, ReportedDiscount>();
  const byTerms = new Map<string, ReportedDiscount>();
  return inOrder(discounts).flatMap((each) => {
    if (each.method !== "code") return [];
    const twin = each.texts.map((text) => byCode.get(folded(text))).find((other) => other);
    const terms = each.terms && termsKey(each.terms);
    const same = terms === null ? undefined : byTerms.get(terms);
    for (const text of each.texts) if (!byCode.has(folded(text))) byCode.set(folded(text), each);
    if (terms !== null && !same) byTerms.set(terms, each);
    if (twin && twin !== each) {
      const reason = `It has a code that “${twin.title}” has too, but for signs in between.`;
      return [finding("duplicate", each, reason)];
    }
    if (!same) return [];
    const reason = `It offers the same as “${same.title}”, to the same people, at the same time.`;
    return [finding("duplicate", each, reason)];
  });
}

/** Public codes a shopper could confuse, told at both discounts. */
export function findLookAlikes(discounts: readonly ReportedDiscount[]): Finding[] {
  const byKey = new Map<string, ReportedDiscount>();
  for (const each of inOrder(discounts)) {
    const [text] = each.codes === 1 ? each.texts : [];
    if (text !== undefined) byKey.set(codeKey(text), each);
  }
  return lookAlikesAmong([...byKey.keys()]).flatMap(({ code, other, why }) => {
    const pair = [byKey.get(code), byKey.get(other)];
    const they = why.startsWith("differ") ? "they" : "they are";
    const reason = `Shoppers could confuse ${code} and ${other}: ${they} ${why}.`;
    return pair.flatMap((each) => (each ? [finding("look_alike", each, reason)] : []));
  });
}

function folded(text: string): string {
  return codeKey(text).replace(/[-_ ]/g, "");
}

function termsKey({ title: _, ...terms }: DiscountTerms): string {
  return JSON.stringify(sorted(terms));
}

/** PostgreSQL gives the keys of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}

/** The lower id is the older. */
export function inOrder(discounts: readonly ReportedDiscount[]): ReportedDiscount[] {
  return [...discounts].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
}
