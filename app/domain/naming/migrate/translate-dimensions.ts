import type { Convention } from "../convention.ts";
import type { Dimensions } from "../dimensions.ts";
import type { Field } from "../field.ts";
import { translateValue, unitOf } from "./translate-value.ts";

/** `unfit`: fields the value of which the new one does not have. `lost`: what is said no longer. Both are ids. */
export type Translated = { dimensions: Dimensions; unfit: string[]; lost: string[] };

/**
 * What a name says, for another convention: by field id, else by a field that says the same in
 * another spelling ({yy} for {yyyy}, {percent} for {offer}).
 */
export function translateDimensions(
  from: ReadonlyMap<string, Field>,
  dimensions: Dimensions,
  to: Convention,
): Translated {
  const translated = Object.create(null) as Record<string, string>;
  const told = new Set<string>();
  const unfit: string[] = [];
  for (const field of to.fields.values()) {
    const source = sourceOf(from, dimensions, field);
    const value = source && translateValue(source, dimensions[source.id] ?? "", field);
    if (value !== null) {
      translated[field.id] = value;
      told.add(source!.id);
    } else if (source?.id === field.id) {
      told.add(source.id);
      unfit.push(field.id);
    }
  }
  const lost = [...from.keys()].filter((id) => dimensions[id] !== undefined && !told.has(id));
  return { dimensions: translated, unfit, lost };
}

/** The old field with a value that a new one takes its value from. */
export function sourceOf(
  from: ReadonlyMap<string, Field>,
  dimensions: Dimensions,
  to: Field,
): Field | null {
  const same = from.get(to.id);
  if (same && dimensions[same.id] !== undefined) return same;
  const given = [...from.values()].filter(({ id }) => dimensions[id] !== undefined);
  return (
    given.find((field) => unitOf(field) !== null && unitOf(field) === unitOf(to)) ??
    given.find((field) => isDerived(field, to)) ??
    null
  );
}

function isDerived(from: Field, to: Field): boolean {
  const kinds = [from.type.kind, to.type.kind].join();
  if (kinds === "offer,percentage" || kinds === "percentage,offer") return true;
  return unitOf(from) === "month" && unitOf(to) === "quarter";
}
