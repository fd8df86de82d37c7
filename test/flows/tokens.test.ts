import { expect, test } from "vitest";

import { publishGuard } from "#app/services/guard/publish-guard.server.ts";
import { listSegments } from "#app/services/segment/list-segments.server.ts";
import { systemActor } from "#app/domain/access/actor.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openStandinApp } from "#test/support/standin-app.ts";
import { StaffClient } from "#test/support/staff-client.ts";

const app = await openStandinApp();
const { deps, standin } = app;
const { prisma } = deps.database;
const olive = await StaffClient.of(app, "bonafide-demo");
await olive.read("app");
const { id: shopId } = await prisma.shop.findUniqueOrThrow({
  where: { domain: olive.shop.domain },
});
const stored = { where: { id: `offline_${olive.shop.domain}` } };

const refreshes = () => standin.world.calls.filter(({ kind }) => kind === "oauth").length;
const ask = () => listSegments(deps, systemActor(shopId, "test"));

async function expire(): Promise<void> {
  await prisma.session.update({ ...stored, data: { expires: new Date(Date.now() - 60_000) } });
}

test("jobs that find the token expired refresh it once, and all of them go through", async () => {
  await expire();
  const before = await prisma.session.findUniqueOrThrow(stored);
  const asked = refreshes();
  const answers = await Promise.all([
    ask(),
    publishGuard(deps, { shopId }),
    ask(),
    ask(),
    ask(),
    ask(),
  ]);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(refreshes() - asked).toBe(1);
  const after = await prisma.session.findUniqueOrThrow(stored);
  expect(after.accessToken).not.toBe(before.accessToken);
  expect(after.refreshToken).not.toBe(before.refreshToken);
  expect(after.expires?.getTime()).toBeGreaterThan(Date.now());
});

test("a token refused before its time is refreshed, and the call repeated", async () => {
  const { accessToken } = await prisma.session.findUniqueOrThrow(stored);
  olive.shop.accessTokens.delete(accessToken);
  const asked = refreshes();
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(refreshes() - asked).toBe(1);
});

test("without any valid token the campaign says so, and the next visit mends it", async () => {
  olive.shop.accessTokens.clear();
  olive.shop.refreshTokens.clear();
  await expect(ask()).rejects.toThrow(/Open Bonafide in the Shopify admin/);
  await olive.read("app");
  await makeCampaign(olive, "SUMMER26_10OFF");
  expect(await ask()).toMatchObject({ ok: true });
});
