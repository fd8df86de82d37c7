import { describe, expect, it } from "vitest";

import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
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

describe("a limit per household", () => {
  const limit = { perCustomer: 1, perHousehold: 1, newCustomersOnly: false };
  /** One after the other, each on a day of their own, in a shop that has seen others. */
  function kindsOf(
    people: readonly Partial<OrderRecord>[],
    before: readonly Partial<OrderRecord>[] = [],
  ): (string | undefined)[] {
    const index = memoryIndex();
    const judge = (given: Partial<OrderRecord>, at: number, campaign: string | null = "A") => {
      const placedAt = new Date(Date.UTC(2026, 2, 1, at * 20)).toISOString();
      const record = recordOf({ ...given, id: String(at + 1), placedAt });
      const encoded = encode(record, campaign, []);
      const found = scoreOrder(record, encoded, index, { ...NO_CONTEXT, limit });
      index.add(encoded, found.place);
      return (found.verdict?.score ?? 0) >= FLAG_FROM ? found.verdict?.kind : undefined;
    };
    const others = Array.from({ length: 60 }, (_, n) =>
      member(500 + n, `${n} Elm Street`, word(n + 7), word(n)),
    );
    others.forEach((each, n) => judge(each, n));
    before.forEach((each, n) => judge(each, others.length + n, null));
    const known = others.length + before.length;
    return people.map((each, n) => judge(each, known + n));
  }
  const FIRST = ["Alma", "Boris", "Clara", "Derek", "Elena", "Felix", "Gesa", "Hugo", "Irma"];
  const LAST = ["Ash", "Birch", "Cole", "Dunn", "Eden", "Frost", "Grant", "Hart", "Innes"];
  /** A name that nobody else has. */
  const word = (n: number) =>
    `${"bcdfghjklm"[n % 10]}${"aeiou"[n % 5]}${"npqrstvwxz"[(n * 7) % 10]}${"aeiou"[n % 4]}${n}`;
  /** With a phone, a card, a line and an address of their own. */
  const member = (
    n: number,
    line1: string,
    last: string,
    first = FIRST[n]!,
  ): Partial<OrderRecord> => ({
    ...shopper({ first, last, line1, postcode: "LS9 9ZZ" }),
    ...{
      email: `${first}.${last}@example.com`.toLowerCase(),
      phone: `077${10_000_000 + n * 7_919}`,
    },
    ...{ ip: `198.${n % 200}.${n % 97}.${n % 89}`, cardBin: String(430_000 + n * 31) },
    ...{ cardLast4: String(1_000 + n * 13) },
  });

  it("flags the second of a family, and nobody at another house", () => {
    const home = "12 Quarry Lane";
    const family = [member(0, home, "Whitworth"), member(1, home, "Whitworth")];
    expect(kindsOf([...family, member(2, "14 Quarry Lane", "Cole")])).toEqual([
      ...[undefined, "household_limit", undefined],
    ]);
  });

  it("does not take a hall of residence for a household", () => {
    const hall = (n: number, first?: string) => member(n, "1 College Walk", LAST[n % 9]!, first);
    // Who lives there orders for all kinds of reasons.
    const residents = Array.from({ length: 20 }, (_, n) => hall(100 + n, word(n + 20)));
    const students = Array.from({ length: 9 }, (_, n) => hall(n));
    expect(kindsOf(students, residents)).toEqual(students.map(() => undefined));
  });
});
