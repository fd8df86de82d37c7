import { createHash } from "node:crypto";

import { beforeEach, expect, test } from "vitest";

import { CALLS, MOST_KEYS } from "#app/domain/access/api-key.ts";
import { createApiKey } from "#app/services/api-key/create-api-key.server.ts";
import { listApiKeys } from "#app/services/api-key/list-api-keys.server.ts";
import { admitCall } from "#app/services/api-key/open-call.server.ts";
import { revokeApiKey } from "#app/services/api-key/revoke-api-key.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { welcomeShop } from "#app/services/shop/welcome-shop.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

const details = {
  shop: { name: "Ada’s Shop", ianaTimezone: "Europe/Berlin", currencyCode: "EUR" },
};
const deps = await testDeps({ adminApi: () => ({ run: () => Promise.resolve(details as never) }) });
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `api-keys-${(shops += 1)}.myshopify.com`);
});

const create = (name: string) => createApiKey(deps, at.as("admin"), { name });
const list = async () => valueOf(await listApiKeys(deps, at.as("admin")));
const call = async (key: string) => admitCall(deps, `Bearer ${key}`);
const kindOf = async (key: string) => (await call(key)).kind;

test("a key is told once; what is kept is its hash, its end and who made it", async () => {
  const { id, key } = valueOf(await create(" Klaviyo "));
  expect(key).toMatch(/^bonafide_[\w-]{64}$/);
  const row = await prisma.apiKey.findUniqueOrThrow({ where: { id } });
  const secret = Buffer.from(key.slice("bonafide_".length), "base64url").subarray(16);
  expect(Buffer.from(row.hash)).toEqual(createHash("sha256").update(secret).digest());
  expect(await list()).toEqual([
    {
      ...{ id, name: "Klaviyo", lastFour: key.slice(-4), createdBy: "Ada the admin" },
      ...{ createdAt: deps.now().toISOString(), lastUsedAt: null },
    },
  ]);
  const events = await prisma.auditEvent.findMany({ where: { shopId: at.shop.id } });
  expect(events.map(({ action, subjectName }) => [action, subjectName])).toEqual([
    ["api_key.created", "Klaviyo"],
  ]);
  expect(JSON.stringify(events, (_, value: unknown) => String(value))).not.toContain(key);
});

test("a key lets its own shop in, and is seen to be used", async () => {
  const { key } = valueOf(await create("CRM"));
  expect(await call(key)).toMatchObject({
    kind: "caller",
    caller: {
      actor: { kind: "system", shopId: at.shop.id, name: "API key CRM" },
      shop: { id: at.shop.id },
    },
  });
  expect((await list())[0]?.lastUsedAt).toBe(deps.now().toISOString());
});

test("a revoked key lets nobody in, is gone from the list, and cannot be revoked again", async () => {
  const { id, key } = valueOf(await create("CRM"));
  valueOf(await revokeApiKey(deps, at.as("admin"), id));
  expect(await kindOf(key)).toBe("unknown");
  expect(await list()).toEqual([]);
  expect(refusalOf(await revokeApiKey(deps, at.as("admin"), id))).toBe("not_found");
  expect(refusalOf(await revokeApiKey(deps, at.as("admin"), "1"))).toBe("not_found");
  // The name is free again.
  valueOf(await create("CRM"));
});

test("another shop cannot revoke it", async () => {
  const { id, key } = valueOf(await create("CRM"));
  const other = await addShop(deps, `api-keys-other-${shops}.myshopify.com`);
  expect(refusalOf(await revokeApiKey(deps, other.as("admin"), id))).toBe("not_found");
  expect(await kindOf(key)).toBe("caller");
});

test("a key lets nobody in while the app is uninstalled, and works again once it is installed anew", async () => {
  const { key } = valueOf(await create("CRM"));
  await deliver(deps, at.shop.domain, { topic: "app/uninstalled", payload: {} });
  await processInbox(deps, at.shop.id);
  expect(await kindOf(key)).toBe("unknown");
  await welcomeShop(deps, await prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } }));
  expect(await kindOf(key)).toBe("caller");
});

test("what is no key, or not quite one, lets nobody in", async () => {
  const { key } = valueOf(await create("CRM"));
  const other = valueOf(await create("E-mail"));
  const [id, secret] = [key.slice(0, 9 + 20), other.key.slice(9 + 20)];
  const last = key.at(-1) === "A" ? "B" : "A";
  const wrong = [
    null,
    "",
    "Bearer",
    `Bearer ${key} `,
    `Bearer ${key}=`,
    `Basic ${key}`,
    key,
    `Bearer ${id}${secret}`,
    `Bearer ${key.slice(0, -1)}${last}`,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer ${key}A`,
    `Bearer bonafide_${"A".repeat(64)}`,
    `Bearer ${"x".repeat(100_000)}`,
    `Bearer ${"\0"}`,
  ];
  for (const header of wrong)
    expect.soft((await admitCall(deps, header)).kind, String(header).slice(0, 99)).toBe("unknown");
  expect((await admitCall(deps, `bearer  ${key}`)).kind).toBe("caller");
});

test("so many calls at once go through, the next waits as long as it is told", async () => {
  const { key } = valueOf(await create("CRM"));
  const other = valueOf(await create("E-mail"));
  const calls = await Promise.all(Array.from({ length: CALLS.most + 20 }, () => call(key)));
  expect(calls.filter(({ kind }) => kind === "caller")).toHaveLength(CALLS.most);
  expect(await call(key)).toEqual({ kind: "too_often", seconds: 1 });
  expect(await kindOf(other.key)).toBe("caller");
  await deps.sleep(900);
  expect(await call(key)).toEqual({ kind: "too_often", seconds: 1 });
  await deps.sleep(100);
  expect(await kindOf(key)).toBe("caller");
  // A clock that lags brings no calls back.
  await deps.sleep(-60_000);
  expect(await kindOf(key)).toBe("too_often");
});

test("a shop has so many keys at most, also when two people create at once", async () => {
  for (let n = 1; n < MOST_KEYS; n += 1) valueOf(await create(`Key ${n}`));
  const outcomes = await Promise.all([create("One more"), create("Another")]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(refusalOf(await create("Too many"))).toBe("conflict");
  expect(await list()).toHaveLength(MOST_KEYS);
});

test("a name is needed, of some length, and not one in use", async () => {
  valueOf(await create("CRM"));
  for (const name of ["", "  ", "x".repeat(61), "crm"])
    expect(refusalOf(await create(name))).toBe("name");
});

test.each(["viewer", "editor", "reviewer"] as const)(
  "a %s has nothing to do with keys",
  async (role) => {
    const { id } = valueOf(await create("CRM"));
    const actor = at.as(role);
    expect(refusalOf(await createApiKey(deps, actor, { name: "Mine" }))).toBe("forbidden");
    expect(refusalOf(await listApiKeys(deps, actor))).toBe("forbidden");
    expect(refusalOf(await revokeApiKey(deps, actor, id))).toBe("forbidden");
  },
);
