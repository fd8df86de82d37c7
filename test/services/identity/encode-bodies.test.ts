import { expect, test } from "vitest";

import { encodeBodies } from "#app/services/identity/encode-bodies.server.ts";
import { encodeBody, type ToldOrder } from "#app/services/identity/encode-body.server.ts";
import { packBody } from "#app/services/intake/stored-body.server.ts";
import { someOrders } from "./fixtures.ts";

const shop = { identityKey: new Uint8Array(32).fill(3) };
const SCOPES = [["spring"], [], ["spring", "spring"], ["spring", "summer"]];

const orders = someOrders(31, 120).map((body, n): ToldOrder => {
  const bytes = Buffer.from(JSON.stringify(body));
  // Those from before bodies were compressed lie as they came.
  const stored = n % 3 === 0 ? bytes : packBody(bytes);
  return { id: String(n + 1), body: stored, scopes: SCOPES[n % SCOPES.length]! };
});
const unreadable: ToldOrder = { id: "9", body: Buffer.from('{"id": 9}'), scopes: [] };
const noJson: ToldOrder = { id: "10", body: Buffer.from("<html>"), scopes: [] };

test.each([0, 1, 20, 21, 120])("%i orders are encoded as each by itself", async (count) => {
  const asked = [...orders.slice(0, count), unreadable];
  const encoded = await encodeBodies(shop, asked);
  expect(encoded).toEqual(asked.map((order) => encodeBody(shop, order)));
  expect(encoded.at(-1)).toBeNull();
});

test("each of those who ask at once is told what they asked", async () => {
  const other = { identityKey: new Uint8Array(32).fill(4) };
  const [one, two, three] = await Promise.all([
    encodeBodies(shop, orders),
    encodeBodies(other, orders),
    encodeBodies(shop, orders.slice(60)),
  ]);
  expect(two[0]?.encoded.keys).not.toEqual(one[0]?.encoded.keys);
  expect(two).toEqual(orders.map((order) => encodeBody(other, order)));
  expect(three).toEqual(one.slice(60));
});

test("what cannot be encoded is said to whoever asked for it, and to nobody else", async () => {
  const [broken, behind] = await Promise.allSettled([
    encodeBodies(shop, [...orders, noJson]),
    encodeBodies(shop, orders),
  ]);
  expect(broken).toMatchObject({ status: "rejected", reason: { name: "SyntaxError" } });
  expect(behind).toMatchObject({ status: "fulfilled", value: { length: orders.length } });
});
