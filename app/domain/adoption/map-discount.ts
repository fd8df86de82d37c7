import type { Convention } from "../naming/convention.ts";
import type { Dimensions } from "../naming/dimensions.ts";
import { readName } from "../naming/read-name.ts";
import { stemOf } from "../naming/stem.ts";
import { stemsOf, type FoundDiscount } from "./found-discount.ts";
import { whyNotOurs, whyUnsayable } from "./not-ours.ts";

/** campaign: can be adopted. blocked: is read by a convention, but something is in the way. */
export const MAPPING_RESULTS = ["campaign", "blocked", "needs_convention", "not_ours"] as const;
export type MappingResult = (typeof MAPPING_RESULTS)[number];

export type NamingConvention = { id: string; version: number; convention: Convention };

/** What a discount would be called as a campaign. A public campaign is named by its one code. */
export type MappedName = {
  name: string;
  convention: { id: string; version: number };
  dimensions: Dimensions;
  codeKind: "public" | "list";
};

export type Mapping =
  | { result: "campaign"; named: MappedName }
  | { result: "blocked"; named: MappedName; reason: string }
  /** `texts`: what no convention reads, the likeliest name first. */
  | { result: "needs_convention"; texts: string[]; reason: string }
  | { result: "not_ours"; reason: string };

/** Reads names by any of the conventions; what is asked of each is worked out once. */
export type NameReader = (text: string, codeKind: "public" | "list") => MappedName | null;

export function nameReader(conventions: readonly NamingConvention[]): NameReader {
  const known = conventions.map(({ id, version, convention }) => ({
    ...{ id, version, hasUnique: convention.unique !== null },
    names: stemOf(convention).convention,
  }));
  return (text, codeKind) => {
    for (const { id, version, hasUnique, names } of known) {
      // A convention for unique codes names no campaign of one public code.
      if (hasUnique && codeKind === "public") continue;
      const read = readName(names, text);
      if (!read.ok) continue;
      return {
        ...{ name: read.name, convention: { id, version }, codeKind },
        dimensions: { ...read.dimensions },
      };
    }
    return null;
  };
}

/**
 * What a discount would become. One code is a public campaign named by it. Several are a list, named by what they all
 * begin with. Where the codes say nothing, the title may.
 */
export function mapDiscount(
  found: FoundDiscount,
  read: NameReader,
  guardId: string | null,
): Mapping {
  const foreign = whyNotOurs(found, guardId);
  if (foreign !== null) return { result: "not_ours", reason: foreign };
  const texts = namesOf(found);
  for (const { text, codeKind } of texts) {
    const named = read(text, codeKind);
    if (!named) continue;
    const reason = whyUnsayable(found);
    return reason === null ? { result: "campaign", named } : { result: "blocked", named, reason };
  }
  const [likeliest] = texts;
  const reason = likeliest
    ? `No naming convention reads “${likeliest.text}”.`
    : "It has neither codes nor a title.";
  return { result: "needs_convention", texts: texts.map(({ text }) => text), reason };
}

type Named = { text: string; codeKind: "public" | "list" };

function namesOf(found: FoundDiscount): Named[] {
  const title = found.title.trim();
  const list = (text: string): Named => ({ text, codeKind: "list" });
  const stems = stemsOf(found).map(list);
  const one: Named[] =
    found.codes === 1 && found.first !== null ? [{ text: found.first, codeKind: "public" }] : [];
  return [...one, ...(one.length > 0 ? [] : stems), ...(title === "" ? [] : [list(title)])];
}

/**
 * The same for all of a store. A name is given once: to the discount with the lowest id, whatever order they come in;
 * `taken` says which names campaigns have already.
 */
export function mapDiscounts(
  found: readonly FoundDiscount[],
  conventions: readonly NamingConvention[],
  { guardId, taken }: { guardId: string | null; taken: (name: string) => string | null },
): Map<string, Mapping> {
  const read = nameReader(conventions);
  const first = new Map<string, FoundDiscount>();
  const mappings = new Map<string, Mapping>();
  for (const discount of [...found].sort(byId)) {
    const mapping = mapDiscount(discount, read, guardId);
    mappings.set(discount.id, mapping);
    if (mapping.result !== "campaign") continue;
    const { named } = mapping;
    const other = first.get(named.name);
    const reason =
      taken(named.name) ??
      (other ? `The discount “${other.title}” would be called ${named.name} too.` : null);
    if (reason !== null) mappings.set(discount.id, { result: "blocked", named, reason });
    else first.set(named.name, discount);
  }
  return mappings;
}

function byId(a: FoundDiscount, b: FoundDiscount): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
