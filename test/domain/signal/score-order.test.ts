import { describe, expect, it } from "vitest";

import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { encode, recordOf, shopper } from "../identity/fixtures.ts";

const PAUL = {
  ...shopper({ first: "Paul", last: "Whitworth", line1: "12 Quarry Lane", postcode: "LS9 9ZZ" }),
  ...{ ip: "203.0.113.9", cardBin: "437551", cardLast4: "4821" },
};
/** Paul on a day of March under an account of that day; each use counts against what is named here. */
const paul = (day: number, scopes: readonly string[]) => {
  const placedAt = `2026-03-0${day}T10:00:00.000Z`;
  const record = recordOf({ ...PAUL, id: String(day), placedAt, email: `p${day}@example.com` });
  return { record, encoded: encode(record, scopes[0] ?? null, scopes.slice(1)) };
};

function overLimit(
  before: readonly (readonly string[])[],
  scopes: readonly string[],
  perCustomer: number,
): boolean[] {
  const index = memoryIndex();
  const context = {
    ...NO_CONTEXT,
    limit: { perCustomer, perHousehold: null, newCustomersOnly: false },
  };
  const judge = (day: number, of: readonly string[]) => {
    const { record, encoded } = paul(day, of);
    const further = encoded.further.map(() => context);
    const found = scoreOrder(record, encoded, index, context, further);
    index.add(encoded, found.place);
    return [found, ...found.further];
  };
  before.forEach((of, at) => judge(at + 1, of));
  return judge(before.length + 1, scopes).map(({ verdict }) => verdict?.kind === "over_limit");
}

describe("an order with several codes is judged for each", () => {
  it.each([
    ["two campaigns, both used before", [["A", "B"]], ["A", "B"], 1, [true, true]],
    ["used by different orders", [["A"], ["B"]], ["A", "B"], 1, [true, true]],
    ["used the other way round", [["B", "A"]], ["A", "B"], 1, [true, true]],
    ["the first alone was used", [["A"]], ["A", "B"], 1, [true, false]],
    ["the second alone was used", [["B"]], ["A", "B"], 1, [false, true]],
    ["a third of three", [["C"]], ["A", "B", "C"], 1, [false, false, true]],
    ["neither was used", [["C"]], ["A", "B"], 1, [false, false]],
    ["one that was used by an order's second code", [["A", "B"]], ["B"], 1, [true]],
    ["two uses allowed, one used", [["A", "B"]], ["A", "B"], 2, [false, false]],
    ["one limit over both: an order counts twice", [["G", "G"]], ["G"], 2, [true]],
    ["one limit over both: one was left", [["G"]], ["G", "G"], 2, [false, true]],
    ["one limit over both: two were left", [["G"]], ["G", "G"], 3, [false, false]],
    ["one limit over two of three", [["G"]], ["A", "G", "G"], 2, [false, false, true]],
    ["alone, it is for the exact count", [], ["G", "G"], 1, [false, false]],
  ] as const)("%s", (_, before, scopes, perCustomer, expected) => {
    expect(overLimit(before, scopes, perCustomer)).toEqual(expected);
  });

  it("is one order of its cluster and one redemption of each campaign", () => {
    const index = memoryIndex();
    const [first, other] = [paul(1, ["A", "B", "B"]), paul(2, ["B"])];
    const found = scoreOrder(first.record, first.encoded, index, NO_CONTEXT);
    index.add(first.encoded, found.place);
    expect(index.total(first.encoded.at).clusters).toBe(1);
    expect([index.ringsOf("A").uses, index.ringsOf("B").uses]).toEqual([1, 1]);
    const house = other.encoded.keys[KEY.campaignHouse]!;
    expect(index.newest(house, 9).map(({ order }) => order.id)).toEqual(["1"]);
    expect(index.countOf(house, 0).clusters).toBe(1);
  });
});
