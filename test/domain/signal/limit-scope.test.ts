import { describe, expect, it } from "vitest";

import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import { limitScope } from "#app/domain/signal/limit-scope.ts";

const use = (day: string, change = {}) => ({ campaignId: "A", codeKey: "X", day, ...change });
const limit = (change: Partial<CampaignLimit> = {}): CampaignLimit => ({
  ...{ perCustomer: 1, window: "lifetime", counter: "campaign" },
  ...change,
});
const scopeOf = (day: string, limits: CampaignLimit[], change = {}) =>
  limitScope(use(day, change), limits, [])?.scope ?? null;

describe("what a use counts against", () => {
  it("is one thing for life, and another in each period", () => {
    expect(scopeOf("2026-03-01", [limit()])).toBe(scopeOf("2027-08-09", [limit()]));
    const monthly = [limit({ window: "month" })];
    expect(scopeOf("2026-03-01", monthly)).toBe(scopeOf("2026-03-31", monthly));
    expect(scopeOf("2026-03-31", monthly)).not.toBe(scopeOf("2026-04-01", monthly));
  });

  it("is told apart by code, and is the same over a group", () => {
    const byCode = [limit({ counter: "code" })];
    expect(scopeOf("2026-03-01", byCode)).not.toBe(scopeOf("2026-03-01", byCode, { codeKey: "Y" }));
    const group = [limit({ counter: "+2" })];
    expect(scopeOf("2026-03-01", group)).toBe(scopeOf("2026-03-01", group, { campaignId: "B" }));
  });

  it("is one thing in a window that rolls, with the days that count beside", () => {
    const rolling = [limit({ window: { kind: "rolling", days: 30 } })];
    expect(scopeOf("2026-03-01", rolling)).toBe(scopeOf("2026-09-01", rolling));
    const found = limitScope(use("2026-03-30"), rolling, []);
    expect((found?.span.last ?? 0) - (found?.span.first ?? 0)).toBe(29);
  });

  it("is nothing without a limit, nor outside a promotion; then the next limit holds", () => {
    expect(scopeOf("2026-03-01", [])).toBeNull();
    const promotion = limit({
      window: { kind: "period", first: "2026-11-27", last: "2026-11-30" },
    });
    expect(scopeOf("2026-03-01", [promotion])).toBeNull();
    expect(scopeOf("2026-03-01", [promotion, limit()])).toBe("A");
  });
});
