import { createHmac } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { keyedHash } from "#app/infra/keyed-hash.server.ts";

/** The standard's own (RFC 4231), with a short key, a long one and a long text. */
test.each([
  [
    Buffer.from("Jefe"),
    "what do ya want for nothing?",
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  [
    Buffer.alloc(131, 0xaa),
    "Test Using Larger Than Block-Size Key - Hash Key First",
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
])("is HMAC-SHA-256", (key, text, expected) => {
  expect(keyedHash(key, "hex")(text)).toBe(expected);
});

test("gives what the library's HMAC gives, of any text under any key, whatever was hashed before", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("a", "ä", "\ud800", "😀") }),
    fc.integer({ min: 1_300, max: 6_000 }).map((length) => "é".repeat(length)),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.array(text), (key, texts) => {
      const [hex, latin1] = [keyedHash(key, "hex"), keyedHash(key, "binary")];
      for (const each of texts) {
        const expected = createHmac("sha256", key).update(each).digest();
        expect(hex(each)).toBe(expected.toString("hex"));
        expect(latin1(each)).toBe(expected.toString("latin1"));
      }
    }),
    { numRuns: 40 },
  );
});
