import { beforeEach, expect, test } from "vitest";

import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readPrivacy } from "#app/services/compliance/read-privacy.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { caseStage } from "./stage.ts";

const run = (_operation: unknown, { ids = [] }: { ids?: string[] }) =>
  Promise.resolve({ nodes: ids.map((id) => ({ id, displayName: "Ada Byron" })) } as never);
const deps = await testDeps({ adminApi: () => ({ run }) as AdminApi });
const on = caseStage(deps);
let at: TestShop;

beforeEach(async () => {
  ({ at } = await on.begin());
});

const accesses = async () => {
  const { accesses } = valueOf(await readPrivacy(deps, at.as("admin")));
  return accesses.rows.map(({ what, people, found }) => [what, people, found?.number ?? null]);
};
const after = (minutes: number) => {
  deps.clock.now = new Date(deps.clock.now.getTime() + minutes * 60_000);
};

test("a case is looked at once in ten minutes, however often its page is loaded, and by its number", async () => {
  const [one = "", other = ""] = (await on.list()).map(({ id }) => id);
  for (let loads = 0; loads < 5; loads += 1) await on.detail(one);
  expect(await accesses()).toEqual([["case.viewed", 1, 1]]);
  await on.detail(other);
  after(9);
  await on.detail(one);
  expect(await accesses()).toEqual([
    ["case.viewed", 1, 2],
    ["case.viewed", 1, 1],
  ]);
  after(2);
  await on.detail(one);
  expect(await accesses()).toHaveLength(3);
  // Two accounts now: whoever looks sees more.
  await on.link();
  await on.detail(one);
  await on.detail(one);
  expect((await accesses()).slice(0, 2)).toEqual([
    ["case.viewed", 2, 1],
    ["case.viewed", 1, 1],
  ]);
});
