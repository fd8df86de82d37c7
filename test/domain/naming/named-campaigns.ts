import fc from "fast-check";
import type { Field } from "#app/domain/naming/field.ts";
import { formatName } from "#app/domain/naming/format.ts";
import type { NamedCampaign } from "#app/domain/naming/migrate/rename-plan.ts";
import { choicesOf } from "#app/domain/naming/shape.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { compiled } from "./compiled.ts";

/** Versions a shop could have gone through, one after the other. */
export const VERSIONS = [
  "{season}{yy}_{offer}",
  "{season}{yyyy}_{offer}[_{channel}]",
  "{season}-{yy}_{percent}",
  "{channel}_{season}{yy}",
  "{yyyy}{mm}_{season}",
  "{month}{yy}-{season}[_{percent}]",
  "{campaign:3-12}_{offer}",
  "SUMMER{yy}_{offer}",
  "{season}{yy}-{unique:8}",
  "{quarter}{yy}_{season}",
  "{mm}{dd}_{campaign:3-12}",
].map((text) => compiled(text));

function valueOf(field: Field): fc.Arbitrary<string> {
  const choices = choicesOf(field)?.slice(0, 4);
  if (choices) return fc.constantFrom(...choices.map(({ value }) => value));
  const { kind } = field.type;
  if (kind === "offer") return fc.constantFrom("FREESHIP", "DISCOUNT", "15OFF", "10EUROFF");
  if (kind === "percentage") return fc.constantFrom("7", "15");
  if (kind === "word") return fc.constantFrom("SUMMER", "SUMMER26", "DROP", "15OFF");
  return fc.constantFrom("07", "26").map((yy) => (field.id === "yyyy" ? `20${yy}` : yy));
}

const campaign = fc.constantFrom(...VERSIONS).chain((convention) => {
  const names = stemOf(convention).convention;
  const fields = [...names.fields.values()];
  const optional = names.parts.flatMap((part) => (part.kind === "optional" ? part.parts : []));
  const isOptional = (field: Field) =>
    optional.some((part) => part.kind === "field" && part.field.id === field.id);
  return fc.record({
    convention: fc.constant(convention),
    values: fc.tuple(
      ...fields.map((field) => (isOptional(field) ? fc.option(valueOf(field)) : valueOf(field))),
    ),
    uses: fc.nat(3),
    live: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    kind: fc.constantFrom("public", "unique", "list"),
  });
});

/** Campaigns of one shop: no two of one name. */
export const namedCampaigns = fc
  .array(campaign, { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.flatMap(({ values, ...each }, i): NamedCampaign[] => {
      const names = stemOf(each.convention).convention;
      const dimensions = Object.fromEntries(
        [...names.fields.keys()].flatMap((id, at) => (values[at] ? [[id, values[at]]] : [])),
      ) as Record<string, string>;
      const written = formatName(names, dimensions);
      return written.ok ? [{ id: `c${i}`, name: written.name, dimensions, codes: i, ...each }] : [];
    }),
  )
  .map((all) => all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i));
