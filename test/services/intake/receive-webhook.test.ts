import { expect, test, vi } from "vitest";

import { receiveWebhook } from "#app/services/intake/receive-webhook.server.ts";
import { unpackBody } from "#app/services/intake/stored-body.server.ts";
import { signed } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";

const deps = await testDeps();
const BODY = Buffer.from('{"id":1}');

const kept = () => deps.database.prisma.inboxMessage.count();

test.each([
  ["no signature", { "x-shopify-hmac-sha256": "" }],
  ["another signature", { "x-shopify-hmac-sha256": Buffer.alloc(32).toString("base64") }],
  ["a signature that is too short", { "x-shopify-hmac-sha256": "AAAA" }],
  ["a signature that is no base64", { "x-shopify-hmac-sha256": "ä".repeat(44) }],
])("with %s it is not from Shopify, and nothing is kept", async (_, headers) => {
  const before = await kept();
  expect(await receiveWebhook(deps, signed(BODY, headers))).toMatchObject({ status: 401 });
  expect(await kept()).toBe(before);
});

test("a signature of another body does not do", async () => {
  const { headers } = signed(BODY);
  expect(await receiveWebhook(deps, { headers, body: Buffer.from('{"id":2}') })).toMatchObject({
    status: 401,
  });
});

test.each([
  ["no shop", { "x-shopify-shop-domain": "" }],
  ["a shop elsewhere", { "x-shopify-shop-domain": "one.example.com" }],
  ["a shop that hides a second line", { "x-shopify-shop-domain": "one.myshopify.com\nx" }],
  ["no topic", { "x-shopify-topic": "" }],
  ["no id", { "x-shopify-webhook-id": "" }],
])("with %s it is no webhook", async (_, headers) => {
  const before = await kept();
  expect(await receiveWebhook(deps, signed(BODY, headers))).toMatchObject({ status: 400 });
  expect(await kept()).toBe(before);
});

test("a header sent twice is not guessed at", async () => {
  const { headers, body } = signed(BODY);
  const twice = { ...headers, "x-shopify-webhook-id": ["a", "b"] };
  expect(await receiveWebhook(deps, { headers: twice, body })).toMatchObject({ status: 400 });
});

test("the same delivery twice, even at once, is kept once and answered well both times", async () => {
  const delivery = signed(BODY, { "x-shopify-webhook-id": "same" });
  const receipts = await Promise.all(
    Array.from({ length: 8 }, () => receiveWebhook(deps, delivery)),
  );
  expect(receipts.map(({ kind }) => kind).sort()).toEqual([
    "kept",
    ...Array<string>(7).fill("known before"),
  ]);
  const { rows } = await deps.database.pool.query<{ body: Buffer }>(
    "SELECT body, topic, state FROM inbox_message WHERE webhook_id = 'same'",
  );
  expect(rows.map((row) => ({ ...row, body: unpackBody(row.body) }))).toEqual([
    { body: BODY, topic: "orders/create", state: "new" },
  ]);
});

test("one shop's webhook id says nothing of another's", async () => {
  const ids = { "x-shopify-webhook-id": "shared" };
  await receiveWebhook(deps, signed(BODY, ids));
  const other = signed(BODY, { ...ids, "x-shopify-shop-domain": "two.myshopify.com" });
  expect(await receiveWebhook(deps, other)).toMatchObject({ kind: "kept" });
});

test("a shop that was never seen gets one row, whatever comes at once, with keys of its own", async () => {
  await Promise.all(
    Array.from({ length: 6 }, () =>
      receiveWebhook(deps, signed(BODY, { "x-shopify-shop-domain": "new.myshopify.com" })),
    ),
  );
  const shops = await deps.database.prisma.shop.findMany({
    where: { domain: "new.myshopify.com" },
  });
  expect(shops).toHaveLength(1);
  expect(shops[0]).toMatchObject({ installedAt: null, name: "new" });
  expect(
    new Set(
      [shops[0]?.identityKey, shops[0]?.guestKey].map((key) =>
        Buffer.from(key ?? []).toString("hex"),
      ),
    ).size,
  ).toBe(2);
});

test("a time that cannot be read is left out", async () => {
  await receiveWebhook(
    deps,
    signed(BODY, { "x-shopify-webhook-id": "timeless", "x-shopify-triggered-at": "soon" }),
  );
  const row = await deps.database.prisma.inboxMessage.findFirst({
    where: { webhookId: "timeless" },
  });
  expect(row).toMatchObject({ triggeredAt: null, receivedAt: deps.now() });
});

test("many at once go in with few statements, each with its own body, none lost, the doubled kept once", async () => {
  const bodies = Array.from({ length: 120 }, (_, index) => Buffer.from(`{"number":${index}}`));
  const one = (index: number) =>
    receiveWebhook(
      deps,
      signed(bodies[index] ?? BODY, {
        "x-shopify-webhook-id": `many-${index}`,
        "x-shopify-shop-domain": `many-${index % 3}.myshopify.com`,
      }),
    );
  await Promise.all([0, 1, 2].map(one));
  const statements = vi.spyOn(deps.database.pool, "query");
  const receipts = await Promise.all([...bodies.keys(), ...bodies.keys()].map(one));
  expect(statements.mock.calls.length).toBeLessThan(10);
  statements.mockRestore();
  expect(receipts.filter(({ kind }) => kind === "kept")).toHaveLength(117);
  expect(receipts.filter(({ kind }) => kind === "known before")).toHaveLength(123);
  const rows = await deps.database.prisma.inboxMessage.findMany({
    where: { webhookId: { startsWith: "many-" } },
  });
  expect(rows).toHaveLength(120);
  for (const { webhookId, body } of rows)
    expect(unpackBody(body).toString()).toBe(`{"number":${webhookId.slice("many-".length)}}`);
});

test("one that the database refuses spoils no other of its batch", async () => {
  const fine = signed(BODY, { "x-shopify-webhook-id": "beside" });
  const refused = signed(BODY, { "x-shopify-webhook-id": "nul \u0000 byte" });
  const [kept, failed] = await Promise.allSettled([
    receiveWebhook(deps, fine),
    receiveWebhook(deps, refused),
  ]);
  expect(kept).toMatchObject({ status: "fulfilled", value: { kind: "kept" } });
  expect(failed).toMatchObject({ status: "rejected" });
});

test("of a body too large to be worked off the beginning is kept, with the reason, if Shopify signed all of it", async () => {
  const { headers } = signed(BODY, { "x-shopify-webhook-id": "large" });
  const cut = { size: 40 * 1024 * 1024, hmac: Buffer.alloc(32, 7) };
  expect(await receiveWebhook(deps, { headers, body: BODY, cut })).toMatchObject({ status: 401 });
  const signature = cut.hmac.toString("base64");
  const delivery = { headers: { ...headers, "x-shopify-hmac-sha256": signature }, body: BODY, cut };
  expect(await receiveWebhook(deps, delivery)).toMatchObject({ kind: "kept" });
  const row = await deps.database.prisma.inboxMessage.findFirst({ where: { webhookId: "large" } });
  expect(row).toMatchObject({ state: "dead" });
  expect(row?.error).toMatch(/40\.0 MB/);
});
