import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalEmail, phoneDigits } from "#app/domain/policy/wire-key.ts";

test.each([
  ["Kim@Example.com", "kim@example.com"],
  ["  kim@example.com\n", "kim@example.com"],
  ["k.i.m+sale@gmail.com", "kim@gmail.com"],
  ["K.I.M@GoogleMail.com", "kim@gmail.com"],
  ["kim+1@icloud.com", "kim@icloud.com"],
  ["kim@me.com", "kim@icloud.com"],
  ["kim+x@hotmail.com", "kim@hotmail.com"],
  ["k.im@outlook.com", "k.im@outlook.com"],
  ["kim+x@pm.me", "kim@proton.me"],
  // Not known to deliver both to one mailbox: two people.
  ["k.im+x@example.com", "k.im+x@example.com"],
  ["kim@notgmail.com", "kim@notgmail.com"],
  ["+kim@gmail.com", "+kim@gmail.com"],
  ['"a@b"@example.com', '"a@b"@example.com'],
])("%j is the mailbox %j", (text, mailbox) => {
  expect(canonicalEmail(text)).toBe(mailbox);
});

test.each([
  "",
  "kim",
  "@example.com",
  "kim@",
  "...@gmail.com",
  "kim@exam ple.com",
  "a".repeat(250) + "@x.de",
])("%j is no address", (text) => {
  expect(canonicalEmail(text)).toBeNull();
});

test.each([
  ["+49 151 2345-6789", "4915123456789"],
  ["0049 (151) 23456789", "4915123456789"],
  ["+1 (555) 010-9999", "15550109999"],
  ["12345", null],
  ["", null],
  ["+".repeat(1000) + "4915123456789", null],
  ["1".repeat(16), null],
])("%j has the digits %j", (text, digits) => {
  expect(phoneDigits(text)).toBe(digits);
});

test("what is canonical stays so", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = canonicalEmail(address);
      expect(once).not.toBeNull();
      expect(canonicalEmail(once ?? "")).toBe(once);
      expect(canonicalEmail(` ${address.toUpperCase()} `)).toBe(once);
    }),
  );
});
