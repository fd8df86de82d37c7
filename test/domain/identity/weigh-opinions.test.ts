import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { weighOpinions, weighUse } from "#app/domain/identity/weigh-opinions.ts";

describe("three opinions", () => {
  it("that doubt make none that believes, and one that is sure is enough", () => {
    const doubt = { same: -3, group: { bits: -3 }, house: { bits: -3 } };
    expect(weighOpinions(doubt, 0)).toBeLessThan(0.5);
    expect(weighOpinions({ same: 8, group: null, house: null }, 0)).toBeGreaterThan(4);
  });

  it("never fall when one of them rises", () => {
    const bits = fc.option(fc.double({ min: -60, max: 60, noNaN: true }));
    const of = (b: number | null) => (b === null ? null : { bits: b });
    fc.assert(
      fc.property(
        bits,
        bits,
        bits,
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.nat(2),
        (same, group, house, more, which) => {
          const now = weighOpinions({ same, group: of(group), house: of(house) }, 0);
          const raised = [same, group, house].map((b, i) => (i === which ? (b ?? -60) + more : b));
          const then = weighOpinions(
            { same: raised[0]!, group: of(raised[1]!), house: of(raised[2]!) },
            0,
          );
          expect(then).toBeGreaterThanOrEqual(now - 1e-9);
        },
      ),
    );
  });
});

describe("opinions in their circumstances", () => {
  const nowhere = { household: null, crowd: null, others: 0, usesHere: 0, isDisposable: false };
  const of = (bits: number | null) => (bits === null ? null : { bits });
  const bits = fc.option(fc.double({ min: -60, max: 60, noNaN: true }));
  const rings = fc.double({ min: -6, max: 6, noNaN: true });
  const circumstances = fc.record({
    household: bits,
    crowd: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    others: fc.nat(5_000),
    usesHere: fc.nat(20),
    isDisposable: fc.boolean(),
  });

  it("move what these say by a bit and a half down or up at most", () => {
    fc.assert(
      fc.property(bits, bits, bits, circumstances, rings, (same, group, house, around, ring) => {
        const opinion = { same, group: of(group), house: of(house) };
        const moved = weighUse(opinion, around, ring) - weighOpinions(opinion, ring);
        expect(moved).toBeGreaterThanOrEqual(-1.5 - 1e-9);
        expect(moved).toBeLessThanOrEqual(1.6 + 1e-9);
      }),
    );
  });

  it("say more of a ring where rings are common, and of somebody known where they are rare, within bounds", () => {
    const known = { same: 1, group: null, house: null };
    const ring = { same: null, group: of(1), house: null };
    expect(weighOpinions(known, -2)).toBeGreaterThan(weighOpinions(known, 2));
    expect(weighOpinions(ring, -2)).toBeLessThan(weighOpinions(ring, 2));
    expect(weighOpinions(known, -9) - weighOpinions(known, 0)).toBeLessThan(1.1);
  });

  it("say more where two agree than where one is alone, and less of a relative", () => {
    const one = weighUse({ same: null, group: of(2), house: null }, nowhere, 0);
    const two = weighUse({ same: 2, group: of(2), house: null }, nowhere, 0);
    expect(two).toBeGreaterThan(one);
    const related = { ...nowhere, household: 6 };
    expect(weighUse({ same: null, group: of(2), house: null }, related, 0)).toBeLessThan(one);
  });

  it("never let the whole fall when an opinion rises", () => {
    fc.assert(
      fc.property(
        bits,
        bits,
        bits,
        circumstances,
        fc.double({ min: 0, max: 30, noNaN: true }),
        rings,
        fc.nat(2),
        (same, group, house, around, more, ring, which) => {
          const now = weighUse({ same, group: of(group), house: of(house) }, around, ring);
          const [a, b, c] = [same, group, house].map((each, at) =>
            at === which ? (each ?? -60) + more : each,
          );
          const then = weighUse({ same: a!, group: of(b!), house: of(c!) }, around, ring);
          expect(then).toBeGreaterThanOrEqual(now - 1e-9);
        },
      ),
    );
  });
});
