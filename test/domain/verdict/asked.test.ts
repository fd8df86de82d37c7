import { describe, expect, test } from "vitest";

import { readAsked, type WhyNotForm } from "#app/domain/verdict/asked.ts";
import type { Zone } from "#app/domain/shared/zone.ts";

/** Two hours before UTC, as Berlin is in summer. */
const zone: Zone = {
  name: "Europe/Berlin",
  dayOf: (instant) => instant.toISOString().slice(0, 10),
  wallClockOf: (instant) => instant.toISOString().slice(0, 16),
  instantOf: (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? new Date(`${text}:00+02:00`) : null,
};
const now = new Date("2026-06-15T12:00:00Z");
const read = (change: Partial<WhyNotForm>) =>
  readAsked(
    {
      ...{ code: "SALE", customer: "", order: "", state: "signed_in", at: "", language: "" },
      ...change,
    },
    { now, zone },
  );

describe("whom a question is about", () => {
  test.each([
    ["", "", { kind: "nobody" }],
    [" 7 ", "", { kind: "customer", id: "7" }],
    ["gid://shopify/Customer/8123456789012", "", { kind: "customer", id: "8123456789012" }],
    ["Ada@Example.com", "", { kind: "email", email: "Ada@Example.com" }],
    ["+49 (170) 123-4567", "", { kind: "phone", phone: "+49 (170) 123-4567" }],
    ["0049 170 1234567", "", { kind: "phone", phone: "0049 170 1234567" }],
    ["", "1001", { kind: "order", id: "1001" }],
    ["ada@example.com", "1001", { kind: "email", email: "ada@example.com" }],
  ])("%j and order %j", (customer, order, whom) => {
    expect(read({ customer, order })).toMatchObject({ ok: true, asked: { whom } });
  });

  test.each([
    "ada",
    "ada@",
    "@example.com",
    "a b@example.com",
    "0",
    "9".repeat(19),
    "+",
    "+49 abc",
  ])("%j is nobody that can be looked for", (customer) => {
    const answer = read({ customer });
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.problems).toMatchObject([{ field: "customer" }]);
  });
});

test("a moment is the shop's, and past", () => {
  expect(read({ at: "2026-06-15T14:00" })).toMatchObject({ asked: { at: now } });
  expect(read({ at: "" })).toMatchObject({ asked: { at: null } });
  for (const at of ["2026-06-15T14:01", "yesterday"])
    expect(read({ at })).toMatchObject({ ok: false, problems: [{ field: "at" }] });
});

test("everything wrong is told at once", () => {
  const answer = read({ code: "", customer: "x", at: "x", language: "x" });
  expect(answer.ok ? [] : answer.problems.map(({ field }) => field)).toEqual([
    ...["code", "customer", "at", "language"],
  ]);
});

test("a code keeps what others may put into it", () => {
  expect(read({ code: " 10 € off! " })).toMatchObject({ asked: { code: "10 € off!" } });
});
