import { idsOf, type ChosenKind } from "../campaign/chosen.ts";
import type { Difference } from "./merge.ts";
import type { DiscountTerms, DiscountValue, Items } from "./terms.ts";

/** What values of terms refer to by id. */
export type NamedKind = "segment" | ChosenKind;
export type NamedIds = Record<NamedKind, string[]>;

/** What things are called, by `nameKey`; what is missing has no name that we know. */
export type Names = Record<string, string>;

export function nameKey(kind: NamedKind, id: string): string {
  return `${kind} ${id}`;
}

/** Of what there is a name. */
export function idsIn(names: Names, kind: NamedKind): string[] {
  const beginning = nameKey(kind, "");
  return Object.keys(names).flatMap((key) =>
    key.startsWith(beginning) ? [key.slice(beginning.length)] : [],
  );
}

/** Everything that differing values refer to, once each. */
export function idsNamed(fields: readonly Difference[]): NamedIds {
  const found = fields.flatMap(({ field, ours, theirs, agreed }) =>
    [ours, theirs, agreed].flatMap((value) => refersTo(field, value)),
  );
  const of = (kind: NamedKind) => [
    ...new Set(found.flatMap((each) => (each.kind === kind ? [each.id] : []))),
  ];
  return {
    segment: of("segment"),
    customer: of("customer"),
    product: of("product"),
    variant: of("variant"),
    collection: of("collection"),
  };
}

type Reference = { kind: NamedKind; id: string };

function refersTo(field: Difference["field"], value: unknown): Reference[] {
  if (value === null || value === undefined) return [];
  if (field === "audience") return ofAudience(value as DiscountTerms["audience"]);
  if (field === "items") return ofItems(value as Items);
  if (field !== "value") return [];
  const offer = value as DiscountValue;
  return offer.kind === "buy_x_get_y" ? ofItems(offer.buys.items) : [];
}

function ofAudience(audience: DiscountTerms["audience"]): Reference[] {
  if (audience.kind === "segments") return audience.ids.map((id) => ({ kind: "segment", id }));
  if (audience.kind === "customers") return audience.ids.map((id) => ({ kind: "customer", id }));
  return [];
}

function ofItems(items: Items): Reference[] {
  return Object.entries(idsOf(items)).flatMap(([kind, ids]) =>
    ids.map((id) => ({ kind: kind as ChosenKind, id })),
  );
}
