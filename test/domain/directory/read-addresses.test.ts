import { describe, expect, test } from "vitest";

import { MOST_ADDRESSES, readAddresses } from "#app/domain/directory/read-addresses.ts";

describe("addresses as they are pasted", () => {
  test.each([
    ["one a line", "kim@example.com\npat@example.com\n", ["kim@example.com", "pat@example.com"]],
    ["in a row", "kim@example.com, pat@example.com;jo@x.org", 3],
    ["twice, and by an alias", "Kim@GMAIL.com\nk.i.m+shop@googlemail.com", ["kim@gmail.com"]],
  ])("%s", (_, text, expected) => {
    const read = readAddresses(text);
    const addresses = read.ok ? read.addresses : [];
    expect(typeof expected === "number" ? addresses.length : addresses).toEqual(expected);
  });

  test.each([
    ["nothing", " \n ", "Enter at least one e-mail address."],
    ["no address", "kim@example.com\nkim", "Line 2: “kim” is no whole e-mail address."],
    [
      "too many",
      Array.from({ length: MOST_ADDRESSES + 1 }, (_, n) => `p${n}@example.com`).join("\n"),
      "Enter at most 5,000 addresses at a time.",
    ],
  ])("%s is said", (_, text, problem) => {
    expect(readAddresses(text)).toEqual({ ok: false, problem });
  });
});
