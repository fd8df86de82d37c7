import type { Field } from "../field.ts";
import { REGIONS } from "../vocabulary/regions.ts";

const LABELS = new Map(REGIONS.map(({ value, label }) => [value, label]));

/**
 * Whether a field speaks of regions: {region}, or a list of a shop's own, {market}, whose values are
 * all regions and called as such. DE is German, too: a list of languages is none, unless its labels
 * do not say so.
 */
export function isRegion({ id, label, type }: Field): boolean {
  if (type.kind !== "list") return false;
  if (id === "region") return true;
  if (/lang|locale/i.test(`${id} ${label}`)) return false;
  return type.values.every(({ value, label: called }) => {
    const known = LABELS.get(value);
    return known !== undefined && [known, value].includes(called);
  });
}
