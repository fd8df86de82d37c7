import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRelative } from "#app/components/format/relative.ts";

const NOW = "2026-06-10T12:00:00.000Z";
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

describe("formatRelative", () => {
  it.each([
    [6 * 86_400, "in 6 days"],
    [86_400, "tomorrow"],
    [-86_400, "yesterday"],
    [-2 * 3_600, "2 hours ago"],
    [90, "in 1 minute"],
    [30, "now"],
    [0, "just now"],
    [-59, "just now"],
    [13 * 86_400, "in 13 days"],
    [14 * 86_400, "in 2 weeks"],
    [400 * 86_400, "next year"],
  ])("%i seconds from now is “%s”", (seconds, text) => {
    expect(formatRelative(later(seconds), NOW, "en")).toBe(text);
  });

  it("never promises more time than there is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 * 86_400, max: 13 * 86_400 }), (seconds) => {
        const days = Number(/\d+/.exec(formatRelative(later(seconds), NOW, "en"))?.[0]);
        expect(days * 86_400).toBeLessThanOrEqual(seconds);
      }),
    );
  });
});
