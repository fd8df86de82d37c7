import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { z } from "zod";

import { promotionsSchema } from "#app/domain/replay/promotions.schema.ts";
import { readConfig } from "#app/services/replay/read-config.server.ts";

const GOOD = `# What the shop ran last summer.
shop:
  timezone: Europe/Berlin
  currency: EUR
conventions:
  - "{season}{yy}_{offer}"
campaigns:
  - key: WELCOME
    codes: [WELCOME15, "007"]
    once: true
  - key: VIP
    pattern: VIP-{unique:6}
    audience: issued
    limit: {perCustomer: 2, window: month}
    startsAt: 2026-06-01
    endsAt:
`;

const problemsOf = (text: string) => {
  const read = readConfig(text);
  return read.ok ? [] : read.problems;
};

test("a good file is read, dates without quotes and empty settings too", () => {
  const read = readConfig(GOOD);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const { currency, zone, campaigns, conventions } = read.config;
  expect([currency, zone.name, conventions.length]).toEqual(["EUR", "Europe/Berlin", 1]);
  expect(campaigns.map(({ key, from, until }) => [key, from.toISOString(), until])).toEqual([
    ["WELCOME", "1970-01-01T00:00:00.000Z", null],
    ["VIP", "2026-05-31T22:00:00.000Z", null],
  ]);
  const json = JSON.stringify({ shop: { timezone: "UTC", currency: "JPY" }, campaigns: [] });
  expect(readConfig(json)).toMatchObject({ ok: true, config: { currency: "JPY" } });
});

test.each([
  [
    "an unknown zone",
    ["Europe/Berlin", "Europe/Berln"],
    ["3: shop.timezone: “Europe/Berln” is no time zone. Give an IANA name, like Europe/Berlin."],
  ],
  [
    "an unknown currency",
    ["EUR", "Euro"],
    ["4: shop.currency: This has to be a currency's code, like EUR."],
  ],
  [
    "a missing shop setting",
    ["  currency: EUR\n", ""],
    ["3: shop.currency: This has to be a currency's code, like EUR."],
  ],
  [
    "a setting that there is not",
    ["once: true", "onse: true"],
    ["10: campaigns[0].onse: There is no such setting here. Correct its name, or remove it."],
  ],
  [
    "a word for true",
    ["once: true", "once: yes please"],
    ["10: campaigns[0].once: This has to be true or false."],
  ],
  [
    "a code that YAML takes for a number",
    ['"007"', "007"],
    ["9: campaigns[0].codes[1]: This has to be a code, in quotes if it is only digits."],
  ],
  [
    "a window that there is not",
    ["window: month", "window: fortnight"],
    [
      "14: campaigns[1].limit.window: This has to be one of lifetime, day, week, month, quarter, or {days: 30}, or {first: 2026-11-27, last: 2026-11-30}.",
    ],
  ],
  [
    "no number",
    ["perCustomer: 2", "perCustomer: two"],
    ["14: campaigns[1].limit.perCustomer: This has to be a whole number from 1 to 1000."],
  ],
  [
    "another audience",
    ["audience: issued", "audience: vip"],
    ["13: campaigns[1].audience: This has to be issued or private, or be left out."],
  ],
  [
    "no moment",
    ["2026-06-01", "June"],
    ["15: campaigns[1].startsAt: “June” is no day, local time or instant."],
  ],
  [
    "a pattern that is none",
    ["VIP-{unique:6}", "VIP-{uniq:6}"],
    [expect.stringMatching(/^12: campaigns\[1\]\.pattern: At character 5: /)],
  ],
  [
    "a convention that is none",
    ['"{season}{yy}_{offer}"', '"{seson}"'],
    [expect.stringMatching(/^6: conventions\[0\]: At character 1: /)],
  ],
  [
    "no codes",
    ['    codes: [WELCOME15, "007"]\n', ""],
    ["8: campaigns[0]: A campaign needs codes, like codes: [WELCOME15], or a pattern."],
  ],
  [
    "no YAML",
    ["  timezone: Europe/Berlin", "\ttimezone: x"],
    [expect.stringMatching(/^\d+: This is no YAML: /)],
  ],
])("%s is refused with its line and what to do", (_, [from = "", to = ""], problems) => {
  expect(GOOD).toContain(from);
  const found = problemsOf(GOOD.replace(from, to));
  expect(found.slice(0, 1)).toEqual(problems);
});

test("all that is wrong is told at once, in the order of the file", () => {
  const text = GOOD.replace("EUR", "Euro").replace("key: VIP", "name: VIP").replace("true", "1");
  expect(problemsOf(text).map((problem) => problem.split(":")[0])).toEqual(["4", "10", "11", "11"]);
});

test.each(["", "just text", "- a\n- list"])("“%s” is no configuration", (text) => {
  expect(problemsOf(text)).toEqual(["1: The file has to hold shop and campaigns."]);
});

test("the schema that is shipped is that which files are read by", () => {
  const path = join(import.meta.dirname, "../../../docs/promotions.schema.json");
  const shipped: unknown = JSON.parse(readFileSync(path, "utf8"));
  expect(shipped).toEqual(z.toJSONSchema(promotionsSchema, { io: "input" }));
});
