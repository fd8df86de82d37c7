import { segmentCountries } from "#app/domain/segment/countries.ts";
import { countriesOfRegion } from "#app/domain/segment/region-countries.ts";
import type { Field } from "../../field.ts";
import { choicesOf, synonymsOf } from "../../shape.ts";
import { inSeries } from "../in-series.ts";
import { isRegion } from "../region-field.ts";
import type { Rule } from "../rule.ts";

/** DE for a segment of customers in the United States, in {region} or a shop’s own list of regions. */
export const region: Rule = {
  label: "Region",
  description: "The name says a region, and the segment has no customers there.",
  about: "segment",
  severity: "warning",
  check: ({ field, value, named, renamed }) => {
    if (!isRegion(field) || named.segmentQuery === null) return null;
    const said = countriesOfRegion(value);
    const segment = segmentCountries(named.segmentQuery);
    if (!said || segment.kind === "unknown") return null;
    const inSegment = (country: string) =>
      segment.countries.has(country) === (segment.kind === "only");
    if ([...said].some(inSegment)) return null;
    const what = `“${value}” says ${labelOf(field, value)}, but `;
    if (segment.kind === "except") {
      return { message: `${what}nobody in the segment has an address there.`, fixes: [] };
    }
    const there = [...segment.countries].map((country) => labelOf(field, country));
    return {
      message: `${what}everybody in the segment has an address in ${inSeries(there, "or")}.`,
      fixes: renamed(closestRegion(field, segment.countries)),
    };
  },
};

/** The smallest region of the list that holds all the countries; null when none does. */
function closestRegion(field: Field, countries: ReadonlySet<string>): string | null {
  const fitting = (choicesOf(field) ?? []).flatMap(({ value }) => {
    const held = countriesOfRegion(value);
    const holdsAll = held && [...countries].every((country) => held.has(country));
    return holdsAll ? [{ value, size: held.size }] : [];
  });
  fitting.sort((a, b) => a.size - b.size);
  return fitting[0]?.value ?? null;
}

/** GB is understood, though written UK. */
function labelOf(field: Field, value: string): string {
  const wanted = synonymsOf(field).get(value) ?? value;
  return choicesOf(field)?.find((each) => each.value === wanted)?.label ?? value;
}
