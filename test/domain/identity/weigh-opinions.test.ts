import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { weighOpinions } from "#app/domain/identity/weigh-opinions.ts";

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
