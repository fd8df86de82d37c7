import fc from "fast-check";
import { expect, test } from "vitest";

import { packBody, unpackBody } from "#app/services/intake/stored-body.server.ts";

test("a body comes back as it was, whatever it was", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
      const body = Buffer.from(bytes);
      expect(unpackBody(packBody(body))).toEqual(body);
    }),
  );
});

test("bodies from before they were compressed are read as they stand", () => {
  expect(unpackBody(Buffer.from('{"id":1}')).toString()).toBe('{"id":1}');
  expect(unpackBody(new Uint8Array(0))).toHaveLength(0);
});

test("an order takes a fraction of its room", () => {
  const line = { title: "Oak board", price: "26.07", discount_allocations: [], tax_lines: [] };
  const body = Buffer.from(JSON.stringify({ line_items: Array(40).fill(line) }));
  expect(packBody(body).length).toBeLessThan(body.length / 6);
});
