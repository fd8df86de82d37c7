import { beforeEach, describe, expect, test } from "vitest";

import { setMetafields, readStandingDigests } from "#app/infra/admin-api/documents/guard.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { rebuildStandings } from "#app/services/standing/rebuild-standings.server.ts";
import { standingLag } from "#app/services/standing/standing-lag.server.ts";
import { writeStandings } from "#app/services/standing/write-standings.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";

/** Shopify as far as standings go: a value and its digest by owner; who has been written to by whom is told. */
const written = new Map<string, { value: string; compareDigest: string }>();
const calls: string[][] = [];
let refused = new Set<string>();
type Input = { ownerId: string; value: string; compareDigest: string | null };

function set(metafields: Input[]) {
  calls.push(metafields.map(({ ownerId }) => ownerId.split("/").at(-1) ?? ""));
  const stale = metafields.filter(
    ({ ownerId, compareDigest }) =>
      (written.get(ownerId)?.compareDigest ?? null) !== compareDigest || refused.has(ownerId),
  );
  if (stale.length > 0) {
    const userErrors = stale.map(() => ({ message: "The resource has been updated." }));
    return { metafieldsSet: { metafields: [], userErrors } };
  }
  for (const { ownerId, value } of metafields)
    written.set(ownerId, { value, compareDigest: `digest of ${value}` });
  return {
    metafieldsSet: {
      metafields: metafields.map(({ ownerId }) => ({
        owner: { id: ownerId },
        compareDigest: written.get(ownerId)?.compareDigest ?? "",
      })),
      userErrors: [],
    },
  };
}

const shopify = {
  run: (operation: unknown, variables: { metafields: Input[]; ids: string[] }) => {
    if (operation === setMetafields) return Promise.resolve(set(variables.metafields));
    if (operation === readStandingDigests) {
      const nodes = variables.ids.map((id) => ({ id, metafield: written.get(id) ?? null }));
      return Promise.resolve({ nodes });
    }
    return Promise.resolve({ customers: { nodes: [] } });
  },
};

const deps = await testDeps({ adminApi: () => shopify as never });
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  deps.clock.now = new Date("2026-06-15T12:00:00Z");
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  on = guardStage(deps, at);
  written.clear();
  calls.length = 0;
  refused = new Set();
});

const owner = (id: number) => `gid://shopify/Customer/${id}`;
const buyer = (id: number) => ({ customer: { id }, email: `c${id}@example.com` });
const dirty = () =>
  prisma.standing.count({ where: { shopId: at.shop.id, dirtySince: { not: null } } });

describe("what a standing says", () => {
  test("uses by every counter that a limit asks for, with the days it may still ask for", async () => {
    await on.group(1, "Welcome");
    await on.campaign("SUMMER26_10OFF", {
      ...{ perCustomer: "3", limitWindow: "rolling", limitDays: "30" },
      ...{ perCustomer2: "1", limitWindow2: "lifetime", limitCounter2: "code" },
      ...{ perCustomer3: "5", limitWindow3: "month", limitCounter3: "+1" },
    });
    await on.campaign("WINTER26_10OFF", { perCustomer: "", groups: "1" });
    for (const day of ["2026-04-01", "2026-05-30", "2026-06-10"]) {
      await on.order("SUMMER26_10OFF", day);
    }
    await on.order("WINTER26_10OFF", "2026-06-11");
    const standing = await on.standing(7);
    const byCounter = standing?.uses.toSorted((a, b) => (a.counter < b.counter ? -1 : 1));
    expect(byCounter).toEqual([
      { counter: "+1", total: 4, days: ["2026-06-11", "2026-06-10"] },
      { counter: "1", total: 3, days: ["2026-06-10", "2026-05-30"] },
      { counter: "1=SUMMER26_10OFF", total: 3, days: [] },
    ]);
    expect(standing?.isReturning).toBe(true);
  });

  test("who they are: segments and tags that some campaign asks for", async () => {
    await on.campaign("SUMMER26_10OFF", { allTags: "VIP", noneTags: "staff" });
    const tell = async (topic: string, payload: Record<string, unknown>) => {
      await deliver(deps, at.shop.domain, { topic, payload });
      await processInbox(deps, at.shop.id);
    };
    const customerId = owner(7);
    await tell("customer.tags_added", { customerId, tags: ["Vip", "newsletter"] });
    expect((await on.standing(7))?.memberships).toEqual(["#vip"]);
    await tell("customer.tags_added", { customerId, tags: ["staff"] });
    await tell("customer.tags_removed", { customerId, tags: ["VIP"] });
    expect((await on.standing(7))?.memberships).toEqual(["#staff"]);
  });

  test("a tag that a campaign asked for once is written again when another asks", async () => {
    const first = await on.campaign("SUMMER26_10OFF", { allTags: "vip" });
    await deliver(deps, at.shop.domain, {
      topic: "customer.tags_added",
      payload: { customerId: owner(7), tags: ["vip"] },
    });
    await processInbox(deps, at.shop.id);
    const campaign = { shopId: at.shop.id, id: first };
    await prisma.campaign.updateMany({ where: campaign, data: { wanted: "ended" } });
    await writeStandings(deps, at.shop.id);
    expect(await on.standing(7)).toMatchObject({ memberships: [] });
    await on.campaign("WINTER26_10OFF", { noneTags: "vip" });
    expect(await dirty()).toBe(1);
    expect(await on.standing(7)).toMatchObject({ memberships: ["#vip"] });
  });

  test("what staff decided, from a group until a day, and what is allowed", async () => {
    await on.group(1, "Welcome");
    const campaign = await on.campaign("SUMMER26_10OFF", { groups: "1" });
    await on.order("SUMMER26_10OFF", "2026-06-10");
    const add = (change: Record<string, string>) =>
      addException(deps, at.as("reviewer"), {
        ...{ kind: "disqualified", customerId: "7", email: "" },
        ...{ scope: "group:1", until: "2026-12-31", reason: "Resells" },
        ...change,
      });
    valueOf(await add({}));
    valueOf(await add({ kind: "allowed", scope: `campaign:${campaign}`, until: "" }));
    valueOf(await add({ kind: "sign_in", scope: "everything", until: "2026-08-31" }));
    expect(await on.standing(7)).toMatchObject({
      disqualified: [{ scope: "+1", until: "2026-12-31" }],
      signIn: [{ scope: "*", until: "2026-08-31" }],
      allowed: [{ scope: "1", until: null }],
    });
  });
});

describe("writing", () => {
  test("the most urgent first, 25 at a time", async () => {
    await on.campaign("SUMMER26_10OFF");
    for (let id = 1; id <= 30; id += 1) await on.order("SUMMER26_10OFF", "2026-06-10", buyer(id));
    await prisma.standing.updateMany({
      where: { shopId: at.shop.id, customerId: { lte: 20n } },
      data: { urgency: 2 },
    });
    await writeStandings(deps, at.shop.id);
    expect(calls.map((ids) => ids.length)).toEqual([25, 5]);
    expect(calls[0]?.slice(0, 10).map(Number)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
    expect(await dirty()).toBe(0);
  });

  test("a conflict splits the batch, and what it was about is derived anew and written", async () => {
    await on.campaign("SUMMER26_10OFF");
    for (let id = 1; id <= 8; id += 1) await on.order("SUMMER26_10OFF", "2026-06-10", buyer(id));
    written.set(owner(3), { value: "somebody else's", compareDigest: "theirs" });
    refused.add(owner(5));
    await writeStandings(deps, at.shop.id);
    const rows = await prisma.standing.findMany({
      where: { shopId: at.shop.id },
      orderBy: { customerId: "asc" },
    });
    expect(
      rows.filter(({ error }) => error !== null).map(({ customerId }) => Number(customerId)),
    ).toEqual([5]);
    expect(calls.length).toBeLessThan(8);
    for (const row of rows.filter(({ error }) => error === null))
      expect(written.get(owner(Number(row.customerId)))?.value).toBe(row.written);
  });

  test("how long it took from the payment is kept and shown", async () => {
    await on.campaign("SUMMER26_10OFF");
    deps.clock.now = new Date("2026-06-15T10:00:02Z");
    await on.order("SUMMER26_10OFF", "2026-06-15", buyer(1));
    deps.clock.now = new Date("2026-06-15T10:00:05Z");
    await writeStandings(deps, at.shop.id);
    expect(await standingLag(deps, at.shop.id)).toEqual({
      ...{ customers: 1, median: 5_000, p95: 5_000, waiting: 0, failed: 0 },
    });
  });

  test("another limit has the standings of all who used the campaign derived anew", async () => {
    const id = await on.campaign("SUMMER26_10OFF", { limitWindow: "lifetime" });
    await on.order("SUMMER26_10OFF", "2026-06-10", buyer(1));
    await writeStandings(deps, at.shop.id);
    const before = written.get(owner(1))?.value;
    const form = formFor(at, { name: "SUMMER26_10OFF", limitWindow: "month" });
    valueOf(await changeCampaign(deps, at.as("editor"), id, form));
    expect(await dirty()).toBe(1);
    await writeStandings(deps, at.shop.id);
    expect(written.get(owner(1))?.value).not.toBe(before);
  });

  test("a rebuild writes every standing again, from the ledger alone", async () => {
    await on.campaign("SUMMER26_10OFF");
    for (let id = 1; id <= 3; id += 1) await on.order("SUMMER26_10OFF", "2026-06-10", buyer(id));
    await writeStandings(deps, at.shop.id);
    const before = new Map(written);
    await prisma.standing.deleteMany({ where: { shopId: at.shop.id, customerId: 2n } });
    for (const key of written.keys()) written.set(key, { value: "lost", compareDigest: "lost" });
    expect(await rebuildStandings(deps, at.shop.id)).toBe(3);
    await writeStandings(deps, at.shop.id);
    expect([...written].map(([id, { value }]) => [id, value])).toEqual(
      [...before].map(([id, { value }]) => [id, value]),
    );
    expect((await deps.takeJobs()).map(({ name }) => name)).toContain("publish-guard");
  });
});

describe("orders over a limit", () => {
  test("are found by code, by group and in rolling windows", async () => {
    await on.group(1, "Welcome");
    await on.campaign("SUMMER26_10OFF", {
      ...{ perCustomer: "1", limitWindow: "rolling", limitDays: "10" },
      ...{ perCustomer2: "1", limitWindow2: "month", limitCounter2: "+1" },
    });
    await on.campaign("WINTER26_10OFF", { perCustomer: "", groups: "1" });
    const orders = [
      await on.order("SUMMER26_10OFF", "2026-04-25"),
      // Within ten days of the first.
      await on.order("SUMMER26_10OFF", "2026-05-02"),
      await on.order("WINTER26_10OFF", "2026-06-01"),
      // The group's in the month.
      await on.order("SUMMER26_10OFF", "2026-06-14"),
    ];
    expect(await on.flags()).toEqual([orders[1], orders[3]]);
  });
});
