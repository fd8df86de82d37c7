import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field } from "#app/domain/naming/field.ts";
import { formatName } from "#app/domain/naming/format.ts";
import { planRename } from "#app/domain/naming/migrate/plan-rename.ts";
import type { NamedCampaign } from "#app/domain/naming/migrate/rename-plan.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { choicesOf } from "#app/domain/naming/shape.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { compiled } from "./compiled.ts";

/** Versions a shop could have gone through, one after the other. */
const VERSIONS = [
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
const campaigns = fc
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

const input = fc.record({
  campaigns,
  to: fc.constantFrom(...VERSIONS),
  seed: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
});

test("every new name says what the plan says it does, and is nobody else’s", () => {
  const seen = { fits: 0, rename: 0, missing: 0, taken: 0, ended: 0 };
  fc.assert(
    fc.property(input, ({ campaigns, to }) => {
      const names = stemOf(to).convention;
      const owners = new Map(campaigns.map(({ id, name }) => [name, id]));
      const { steps, summary } = planRename(
        campaigns,
        to,
        new Map([["SUMMER26_FREESHIP", "other"]]),
      );
      expect(steps.map(({ id }) => id)).toEqual(campaigns.map(({ id }) => id));
      const made = new Set<string>();
      for (const [i, { step }] of steps.entries()) {
        const { id, name, dimensions } = campaigns[i]!;
        seen[step.kind]++;
        if (step.kind === "fits" || step.kind === "rename") {
          const read = readName(names, step.kind === "fits" ? name : step.to);
          expect(read.ok && { ...read.dimensions }).toEqual({ ...step.dimensions });
          // What both versions have a field for is said still.
          for (const [field, value] of Object.entries(dimensions)) {
            if (names.fields.has(field)) expect(step.dimensions[field]).toBe(value);
          }
        }
        if (step.kind === "rename") {
          expect(made.has(step.to) || owners.has(step.to)).toBe(false);
          expect(step.to).not.toBe("SUMMER26_FREESHIP");
          made.add(step.to);
        }
        if (step.kind === "missing") expect(step.fields.length).toBeGreaterThan(0);
        if (step.kind === "taken") expect(step.by).not.toBe(id);
      }
      const { fits, rename, missing, taken, ended } = summary;
      expect(fits + rename + missing + taken + ended).toBe(campaigns.length);
    }),
    { numRuns: 400, seed: 26 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30);
});

test("the order the campaigns come in changes nothing", () => {
  fc.assert(
    fc.property(input, ({ campaigns, to, seed }) => {
      const shuffled = campaigns
        .map((each, i) => ({ each, at: seed[i] ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      const byId = (all: readonly NamedCampaign[]) => {
        const { steps, summary } = planRename(all, to, new Map());
        return { steps: new Map(steps.map(({ id, step }) => [id, step])), summary };
      };
      expect(byId(shuffled)).toEqual(byId(campaigns));
    }),
    { numRuns: 200, seed: 26 },
  );
});

test("planning by the version a campaign has changes nothing", () => {
  fc.assert(
    fc.property(campaigns, (all) => {
      for (const each of all.filter(({ live }) => live)) {
        const [planned] = planRename([each], each.convention, new Map()).steps;
        expect(planned?.step.kind).toBe("fits");
      }
    }),
    { numRuns: 200, seed: 26 },
  );
});
