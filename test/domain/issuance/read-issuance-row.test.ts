import { expect, test } from "vitest";

import { readIssuanceHeader, readIssuanceRow } from "#app/domain/issuance/read-issuance-row.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

const setting = { zone: zoneOf("Europe/Berlin"), now: new Date("2026-06-15T12:00:00Z") };

test.each([
  [["E-Mail"], { email: 0 }],
  [["Campaign", "customer_id", "Issued at"], { campaign: 0, customer: 1, at: 2 }],
  [["Kanal", "Gutschein-Code", "EMAIL"], { channel: 0, code: 1, email: 2 }],
])("the header %j", (cells, places) => {
  const none = { campaign: null, code: null, email: null, customer: null, channel: null, at: null };
  expect(readIssuanceHeader(cells)).toEqual({ ...none, ...places });
});

test.each([[["code", "date"]], [["ana@example.com"]], [[]]])("%j is no header", (cells) => {
  expect(readIssuanceHeader(cells)).toBeNull();
});

const header = { email: 0, customer: 1, code: 2, channel: 3, at: 4, campaign: 5 };
const read = (...cells: string[]) => readIssuanceRow(header, cells, setting);

test("a row says who, what, how and when; times without a zone are the shop's", () => {
  const cells = ["ana@example.com", "gid://shopify/Customer/12", " vip-1 ", "flyer"];
  expect(read(...cells, "2026-06-01 09:00", "VIP")).toEqual({
    ok: true,
    row: {
      ...{ campaign: "VIP", codeKey: "VIP-1", channel: "flyer" },
      who: { customerId: "12", email: "ana@example.com", phone: null },
      at: new Date("2026-06-01T07:00:00Z"),
    },
  });
});

test("what is missing is null", () => {
  const row = { campaign: null, codeKey: null, channel: null, at: null };
  const who = { customerId: null, email: "ana@example.com", phone: null };
  expect(read("ana@example.com")).toEqual({ ok: true, row: { ...row, who } });
});

test.each([
  ["nobody", [""], /does not say who/],
  ["half an address", ["ana@"], /not complete/],
  ["an address without a host", ["ana@host"], /not complete/],
  ["a customer in words", ["", "Ana"], /customer number/],
  ["customer 0", ["", "0"], /customer number/],
  ["a day that is in no calendar", ["a@b.de", "", "", "", "2026-02-30"], /cannot be read/],
  ["a day the other way round", ["a@b.de", "", "", "", "01.06.2026"], /cannot be read/],
  ["tomorrow", ["a@b.de", "", "", "", "2026-06-16"], /in the future/],
  ["a year nobody means", ["a@b.de", "", "", "", "0000-01-01T00:00Z"], /before the year 2000/],
  ["a customer of more digits than any has", ["", "9999999999999999999"], /customer number/],
  ["an endless channel", ["a@b.de", "", "", "x".repeat(41)], /at most 40/],
])("%s is refused, without saying who it is", (_, cells, why) => {
  const row = read(...cells);
  expect(row).toMatchObject({ ok: false, reason: expect.stringMatching(why) as string });
  expect(JSON.stringify(row)).not.toContain("ana@");
});

test("a clock that is a little ahead is put right", () => {
  const at = read("a@b.de", "", "", "", "2026-06-15T12:04:00Z");
  expect(at).toMatchObject({ ok: true, row: { at: setting.now } });
});
