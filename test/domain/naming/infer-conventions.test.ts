import { describe, expect, test } from "vitest";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { messyStore } from "#test/bench/naming-infer/messy-store.ts";
import { checkedInference } from "./infer/checked-inference.ts";
import { random, SMALL_STORES } from "./infer/small-stores.ts";

test.each(SMALL_STORES)("%s", (_, codes, patterns) => {
  expect(checkedInference(codes).proposals.map(({ pattern }) => pattern)).toEqual(patterns);
});

describe("where the shop writes a value in its own way", () => {
  const season = (codes: string[]) =>
    checkedInference(codes).proposals[0]?.fields.find(({ id }) => id === "season")?.type;
  const values = (codes: string[]) => {
    const type = season(codes);
    return type?.kind === "list" ? type.values.map(({ value, label }) => `${value} ${label}`) : [];
  };

  test("its spelling takes the place of ours and keeps the label", () => {
    const own = values(["FALL24SALE", "FALL25SALE", "SUMMER24SALE", "SUMMER25SALE"]);
    expect(own).toContain("FALL Autumn");
    expect(own).toContain("WINTER Winter");
    expect(own).not.toContain("AUTUMN Autumn");
  });

  test("both spellings stay where it writes both", () => {
    const own = values(["FALL24SALE", "AUTUMN25SALE", "FALL25SALE", "SUMMER25SALE"]);
    expect(own).toEqual(expect.arrayContaining(["AUTUMN Autumn", "FALL Autumn (FALL)"]));
  });

  test("and as ours, no field is new", () => {
    expect(season(["AUTUMN24SALE", "AUTUMN25SALE", "SUMMER25SALE"])).toBeUndefined();
  });
});

test("the shop’s own fields are known as the built-in ones are", () => {
  const shoe: Field = {
    id: "shoe",
    label: "shoe",
    type: { kind: "list", values: ["BOOT", "SNEAKER"].map((value) => ({ value, label: value })) },
  };
  const codes = ["BOOT10", "BOOT15", "SNEAKER10", "SNEAKER20"];
  const [proposal] = checkedInference(codes, [...BUILT_IN_FIELDS, shoe]).proposals;
  expect(proposal).toMatchObject({
    pattern: "{shoe}{percent}",
    name: "Shoe percentage",
    fields: [],
  });
});

test("a proposal says what its codes say", () => {
  const [proposal] = checkedInference([
    "SUMMER25_15OFF",
    "summer26_15off",
    " SUMMER26_15OFF ",
    "SUMMER26_FREESHIP",
    "WINTER26_FREESHIP",
  ]).proposals;
  expect(proposal).toMatchObject({
    name: "Seasonal offer",
    explains: 4,
    share: 1,
    dimensions: [
      {
        field: "season",
        label: "season",
        values: [
          { value: "SUMMER", count: 3 },
          { value: "WINTER", count: 1 },
        ],
      },
      {
        field: "yy",
        values: [
          { value: "26", count: 3 },
          { value: "25", count: 1 },
        ],
      },
      { field: "offer" },
    ],
  });
});

test("where a free word would swallow the seasons, the words found are listed", () => {
  const codes = SMALL_STORES.find(([what]) => what === "creators beside seasons")![1];
  const [creators] = checkedInference(codes).proposals;
  const type = creators?.fields[0]?.type;
  expect(type?.kind === "list" && type.values.map(({ value }) => value)).toContain("ANNA");
});

test("a large batch does not hide a few campaigns", () => {
  const batch = random(20_000, 8, "234579BCDFGHJKMNPRTVWX").map((tail) => `VIP-${tail}`);
  const campaigns = ["SUMMER25_15OFF", "SUMMER26_15OFF", "WINTER26_FREESHIP"];
  expect(checkedInference([...batch, ...campaigns]).proposals).toMatchObject([
    { pattern: "VIP-{unique:8}" },
    { pattern: "{season}{yy}_{offer}", explains: 3 },
  ]);
});

test("a messy store is told a few conventions that explain nearly all of it", () => {
  const { proposals, leftovers, distinct } = checkedInference(messyStore(5000));
  expect(proposals.length).toBeLessThanOrEqual(12);
  expect(leftovers.count / distinct).toBeLessThan(0.08);
  expect(proposals[0]).toMatchObject({ pattern: "VIP-{unique:8}", name: "VIP unique codes" });
});
