import { afterEach, beforeEach, expect, test } from "vitest";
import { BASIC, CREATE_BASIC } from "../admin/fixtures/discounts.ts";
import { openStandin, type Opened } from "../admin/fixtures/open.ts";
import { issueOffline } from "../auth/tokens.ts";
import type { FaultEffect } from "./rule.ts";

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin();
});
afterEach(() => opened.standin.stop());

/** On the second creation from now on. */
const strike = (effect: FaultEffect): void => {
  const match = { on: "call", name: "discountCodeBasicCreate" } as const;
  opened.standin.outbound.faults.add({ match, effect, after: 1, times: 1 });
};
const create = (code: string) => opened.call(CREATE_BASIC, { input: { ...BASIC, code } });
const codes = () => [...opened.shop.codeIndex.keys()];

test("A token is taken back in the middle: what was done stays, what comes is refused", async () => {
  const { refresh } = issueOffline(opened.standin.world, opened.shop, true);
  strike({ action: "revoke", refresh: false });
  expect((await create("A")).status).toBe(200);
  expect((await create("B")).status).toBe(401);
  expect((await create("C")).status).toBe(401);
  expect(codes()).toEqual(["a"]);
  expect(opened.shop.refreshTokens.has(refresh?.token ?? "")).toBe(true);
  const { access } = issueOffline(opened.standin.world, opened.shop, false);
  const after = await opened.call(
    CREATE_BASIC,
    { input: { ...BASIC, code: "D" } },
    { token: access.token },
  );
  expect(after.status).toBe(200);
});

test("With the refresh token nothing renews it", () => {
  issueOffline(opened.standin.world, opened.shop, true);
  strike({ action: "revoke", refresh: true });
  return create("A")
    .then(() => create("B"))
    .then(() => expect(opened.shop.refreshTokens.size).toBe(0));
});

test("A scope is taken away in the middle", async () => {
  strike({ action: "dropScope", scope: "write_discounts" });
  await create("A");
  const { status, body } = await create("B");
  expect(status).toBe(200);
  expect(body.errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
  expect(codes()).toEqual(["a"]);
  expect(opened.events.at(-1)).toMatchObject({ topic: "app/scopes_update" });
});

test("The app is removed in the middle", async () => {
  strike({ action: "uninstall" });
  await create("A");
  expect((await create("B")).status).toBe(401);
  expect(opened.shop.installed).toBe(false);
  expect(opened.events.at(-1)).toMatchObject({ topic: "app/uninstalled" });
});

test("What calls came to is counted, by operation", async () => {
  strike({ action: "throttle" });
  await create("A");
  await create("B");
  await create("A");
  await opened.call("query Name { shop { name } }");
  expect(opened.standin.world.usage.get(opened.shop.domain)).toEqual({
    calls: 4,
    points: 21,
    throttled: 1,
    failed: 0,
    refused: 1,
    operations: {
      Create: { calls: 3, points: 20, throttled: 1 },
      Name: { calls: 1, points: 1, throttled: 0 },
    },
  });
});
