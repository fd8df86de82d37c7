import { beforeEach, describe, expect, test } from "vitest";

import type { Role } from "#app/domain/access/role.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { replaceCode } from "#app/services/schedule/replace-code.server.ts";
import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { readLeak } from "#app/services/insight/read-leaks.server.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import { setLeakEnded } from "#app/services/insight/set-leak-ended.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { setWanted } from "#app/services/campaign/set-wanted.server.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { pool } = deps.database;
let shops = 0;
let at: TestShop;
let shopId: number;
let campaignId: string;

/** A code that was issued to customers 1 to 9, and to nobody else. */
beforeEach(async () => {
  at = await addShop(deps, `leak-${(shops += 1)}.myshopify.com`);
  shopId = at.shop.id;
  campaignId = await addCampaign(deps, at, { perCustomer: "", issuedOnly: "on" });
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((customer) =>
    identityHashes(at.shop, { customerId: String(customer), email: null, phone: null }).map(
      (who) => ({
        ...{ campaignId, codeKey: null, who, customerId: String(customer), channel: "mail" },
        at: deps.now(),
      }),
    ),
  );
  await inTransaction(pool, async (client) => {
    await lockPeople(client, shopId);
    await recordIssuance(client, at.shop, rows, { now: deps.now(), newId: deps.newId });
  });
});

/** Each customer orders with the code, one an hour; who is 10 or more is a stranger to it. */
const HOUR_MS = 3_600_000;
let told = 0;
async function orders(...customers: number[]): Promise<void> {
  for (const customer of customers) {
    const moment = new Date(Date.UTC(2026, 5, 1, 0) + (told += 1) * HOUR_MS).toISOString();
    const payload = orderBody(1_000 + told, {
      ...{ created_at: moment, updated_at: moment, customer: { id: customer } },
      ...{ email: `who${customer}@example.com`, referring_site: "https://www.example.com/" },
    });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
}

/** Of each flagged order, by its customer, whether its signals say that the alarm rings; and its score. */
async function strangers() {
  const { rows } = await pool.query<{ who: number; leaking: number | null; score: number }>(
    `SELECT o.customer_id::int AS who, f.score, (
       SELECT (s -> 'evidence' -> 'numbers' ->> 'leaking')::int FROM jsonb_array_elements(f.signals) s
       WHERE s ->> 'name' = 'leaked_code') AS leaking
     FROM flag f JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
     WHERE f.shop_id = $1 AND f.state = 'open' ORDER BY o.placed_at`,
    [shopId],
  );
  return rows;
}
const heard = async () => (await strangers()).map(({ who, leaking }) => `${who}:${leaking}`);

test("one stranger among many makes no alarm", async () => {
  await orders(1, 10, 2, 3, 4, 5, 6, 7, 11);
  expect(await heard()).toEqual(["10:0", "11:0"]);
});

test("strangers in a row ring it: for them, for those it rests on, and for those who come after", async () => {
  await orders(10, 1, 2, 3, 4, 5, 6, 7);
  await orders(11, 12);
  expect(await heard()).toEqual(["10:0", "11:0", "12:0"]);
  const before = await strangers();
  await orders(13);
  // What came long before is not of it.
  expect(await heard()).toEqual(["10:0", "11:1", "12:1", "13:1"]);
  await orders(1, 14, 2);
  expect(await heard()).toEqual(["10:0", "11:1", "12:1", "13:1", "14:1"]);
  const after = await strangers();
  expect(after[0]?.score).toBe(before[0]?.score);
  expect(after[1]?.score).toBeGreaterThan(before[1]?.score ?? 1);
  await rescoreOrders(deps, shopId);
  expect(await strangers()).toEqual(after);
});

test("comes to the same whether strangers are scored one by one or all at once, and once each", async () => {
  await orders(11, 12, 13, 14);
  const atOnce = await heard();
  expect(atOnce).toEqual(["11:1", "12:1", "13:1", "14:1"]);
  await scoreOrders(deps, { shopId });
  const alarm = async () =>
    (await pool.query<object>("SELECT * FROM leak_alarm WHERE shop_id = $1", [shopId])).rows;
  const first = await alarm();
  expect(first).toMatchObject([{ orders: 4 }]);
  await pool.query(
    `INSERT INTO score_due (shop_id, order_id)
     SELECT shop_id, order_id FROM identity_order WHERE shop_id = $1 ON CONFLICT DO NOTHING`,
    [shopId],
  );
  await scoreOrders(deps, { shopId });
  await rescoreOrders(deps, shopId);
  expect(await alarm()).toEqual(first);
  expect(await heard()).toEqual(atOnce);
});

test("says nothing of a code for everybody", async () => {
  await pool.query("UPDATE campaign SET issued_only = false WHERE shop_id = $1", [shopId]);
  await orders(11, 12, 13, 14);
  expect(await heard()).toEqual([]);
});

describe("an alarm that staff end", () => {
  const ID = "0.SUMMER26_10OFF";
  const end = (id: string, role: Role = "reviewer") =>
    setLeakEnded(deps, at.as(role), { id, isEnded: true });
  const bringBack = (id: string) => setLeakEnded(deps, at.as("editor"), { id, isEnded: false });
  const home = async () => valueOf(await readDashboard(deps, at.as("viewer"), { days: 7 }));
  const rings = async () => (await home()).attention.filter(({ kind }) => kind === "leak");
  const detail = async (id: string) =>
    valueOf(await readLeak(deps, at.as("viewer"), { id, cursor: null }));
  const trail = () =>
    deps.database.prisma.auditEvent.findMany({
      where: { shopId, action: { startsWith: "leak." } },
      ...{ orderBy: { id: "asc" }, select: { action: true, subjectId: true, actorName: true } },
    });

  /** Three strangers have it ring; half an hour after the last of them it is now. */
  let first: number;
  beforeEach(async () => {
    await orders(1, 11, 12, 13);
    first = Date.UTC(2026, 5, 1) + (told - 2) * HOUR_MS;
    now();
  });
  const now = () => (deps.clock.now = new Date(Date.UTC(2026, 5, 1) + (told + 0.5) * HOUR_MS));

  test("stands at home, in its campaign's report and on its own page, with the orders behind its number", async () => {
    const leak = {
      ...{ codeId: expect.stringMatching(/^\d+$/) as unknown, isInUse: true, isLeaving: false },
      ...{ id: ID, code: "SUMMER26_10OFF", orders: 3, hasMore: false, ended: null },
      campaign: {
        id: campaignId,
        name: "SUMMER26_10OFF",
        isOn: true,
        kind: "public",
        isPrivate: false,
      },
      ...{ since: new Date(first).toISOString() },
      rangAt: new Date(first + 2 * HOUR_MS).toISOString(),
    };
    expect(await rings()).toEqual([{ kind: "leak", ...leak }]);
    const days = { from: "", to: "", days: "7" };
    const report = valueOf(await readReport(deps, at.as("viewer"), campaignId, days));
    expect(report.leaks).toEqual([leak]);
    const { lines, next, ...page } = await detail(ID);
    expect(page.leak).toEqual(leak);
    expect(lines.map((line) => Date.parse(line.at))).toEqual(
      [2, 1, 0].map((hours) => first + hours * HOUR_MS),
    );
    expect(next).toBeNull();
  });

  test("a page of its orders leads to the next", async () => {
    await orders(...Array.from({ length: 49 }, (_, n) => 20 + n));
    const page = await detail(ID);
    expect(page.leak.orders).toBe(52);
    expect(page.lines).toHaveLength(50);
    const rest = await readLeak(deps, at.as("viewer"), { id: ID, cursor: page.next });
    expect(valueOf(rest).lines.map((line) => Date.parse(line.at))).toEqual([
      first + HOUR_MS,
      first,
    ]);
  });

  test("is off the home page while nobody can use the code, and stands in the report", async () => {
    valueOf(await setWanted(deps, at.as("editor"), campaignId, "paused"));
    expect(await rings()).toEqual([]);
    expect((await detail(ID)).leak.campaign.isOn).toBe(false);
    valueOf(await setWanted(deps, at.as("editor"), campaignId, "on"));
    expect(await rings()).toHaveLength(1);
  });

  describe("of a code that is replaced", () => {
    /** Shopify has the old one; of the new one it is not known yet whether it will. */
    beforeEach(async () => {
      await pool.query("UPDATE code SET state = 'live' WHERE shop_id = $1", [shopId]);
      await deps.database.prisma.$transaction(async (tx) => {
        const campaign = await tx.campaign.findFirstOrThrow({ where: { shopId } });
        const { id } = await tx.code.findFirstOrThrow({ where: { shopId } });
        expect(await replaceCode(deps, tx, campaign, String(id), "SOMMER26")).toMatchObject({
          ok: true,
        });
      });
    });
    const successorIs = async (state: string) =>
      pool.query("UPDATE code SET state = $2 WHERE shop_id = $1 AND code_key = 'SOMMER26'", [
        ...[shopId, state],
      ]);
    const isLeaving = { isInUse: true, isLeaving: true };

    test("goes on ringing at home until its successor is in Shopify", async () => {
      expect(await rings()).toMatchObject([isLeaving]);
      await successorIs("live");
      expect(await rings()).toEqual([]);
      const isOut = { isInUse: false, isLeaving: false, campaign: { isOn: true } };
      expect((await detail(ID)).leak).toMatchObject(isOut);
    });

    test("goes on ringing at home while Shopify refuses its successor", async () => {
      await successorIs("failed");
      expect(await rings()).toMatchObject([isLeaving]);
      expect((await detail(ID)).leak).toMatchObject(isLeaving);
    });
  });

  test("is off the home page once no order is left", async () => {
    await pool.query("DELETE FROM flag WHERE shop_id = $1", [shopId]);
    expect(await rings()).toEqual([]);
    expect((await detail(ID)).leak.orders).toBe(0);
  });

  test("feeds no later order, leaves the earlier as they were, and rings anew by later ones only", async () => {
    const before = await strangers();
    expect(await heard()).toEqual(["11:1", "12:1", "13:1"]);
    valueOf(await end(ID));
    valueOf(await end(ID));
    expect(await rings()).toEqual([]);
    expect((await home()).endedLeaks).toMatchObject([
      { id: ID, orders: 3, ended: { by: "Ada the reviewer", at: deps.now().toISOString() } },
    ]);
    await orders(14, 15);
    expect(await heard()).toEqual(["11:1", "12:1", "13:1", "14:0", "15:0"]);
    expect((await strangers()).slice(0, 3)).toEqual(before);
    await rescoreOrders(deps, shopId);
    expect(await heard()).toEqual(["11:1", "12:1", "13:1", "14:0", "15:0"]);
    const ended = deps.now().getTime();
    await orders(16);
    expect(await heard()).toEqual(["11:1", "12:1", "13:1", "14:1", "15:1", "16:1"]);
    const [again, ...more] = await rings();
    expect(more).toEqual([]);
    expect(again).toMatchObject({ id: `${ended}.SUMMER26_10OFF`, orders: 3, ended: null });
    expect((await detail(ID)).leak).toMatchObject({ orders: 3, ended: { by: "Ada the reviewer" } });
    await rescoreOrders(deps, shopId);
    expect(await heard()).toEqual(["11:1", "12:1", "13:1", "14:1", "15:1", "16:1"]);
  });

  test("taken back, it rings as if it had never been ended", async () => {
    valueOf(await end(ID));
    await orders(1, 14, 2, 15, 3);
    expect(await heard()).toEqual(["11:1", "12:1", "13:1", "14:0", "15:0"]);
    valueOf(await bringBack(ID));
    valueOf(await bringBack(ID));
    await scoreOrders(deps, { shopId });
    expect(await heard()).toEqual(["11:1", "12:1", "13:1", "14:1", "15:1"]);
    expect(await rings()).toMatchObject([{ id: ID, orders: 5, ended: null }]);
    expect((await home()).endedLeaks).toEqual([]);
    const told = await strangers();
    await rescoreOrders(deps, shopId);
    expect(await strangers()).toEqual(told);
    expect(await trail()).toEqual([
      { action: "leak.ended", subjectId: campaignId, actorName: "Ada the reviewer" },
      { action: "leak.brought_back", subjectId: campaignId, actorName: "Ada the editor" },
    ]);
  });

  test("that rang and was ended again since is taken back only after the later one", async () => {
    valueOf(await end(ID));
    const later = `${deps.now().getTime()}.SUMMER26_10OFF`;
    await orders(14, 15, 16);
    now();
    valueOf(await end(later));
    expect(await bringBack(ID)).toMatchObject({ refusal: { kind: "conflict" } });
    valueOf(await bringBack(later));
    valueOf(await bringBack(ID));
    expect(await rings()).toMatchObject([{ id: ID, orders: 6 }]);
  });

  test("is none of a viewer's, of another shop's or of nobody's", async () => {
    expect(await end(ID, "viewer")).toMatchObject({ refusal: { kind: "forbidden" } });
    const ours = at;
    const other = await addShop(deps, `leak-${(shops += 1)}.myshopify.com`);
    const gone = { refusal: { kind: "not_found" } };
    expect(await setLeakEnded(deps, other.as("admin"), { id: ID, isEnded: true })).toMatchObject(
      gone,
    );
    expect(await readLeak(deps, other.as("admin"), { id: ID, cursor: null })).toMatchObject(gone);
    for (const wrong of ["", "x", "0.", "1.SUMMER26_10OFF", "0.WINTER26_10OFF", "0.\0"])
      expect(await end(wrong)).toMatchObject(gone);
    at = ours;
    expect(await rings()).toHaveLength(1);
    expect(await trail()).toEqual([]);
  });
});
