import fc from "fast-check";
import { expect, test } from "vitest";
import { planRename } from "#app/domain/naming/migrate/plan-rename.ts";
import type { NamedCampaign } from "#app/domain/naming/migrate/rename-plan.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { namedCampaigns, VERSIONS } from "./named-campaigns.ts";

const input = fc.record({
  campaigns: namedCampaigns,
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
    { numRuns: 250, seed: 26 },
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
    { numRuns: 80, seed: 26 },
  );
});

test("planning by the version a campaign has changes nothing", () => {
  fc.assert(
    fc.property(namedCampaigns, (all) => {
      for (const each of all.filter(({ live }) => live)) {
        const [planned] = planRename([each], each.convention, new Map()).steps;
        expect(planned?.step.kind).toBe("fits");
      }
    }),
    { numRuns: 80, seed: 26 },
  );
});
