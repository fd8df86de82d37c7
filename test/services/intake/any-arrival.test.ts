import fc from "fast-check";
import { expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { addCampaign, addShop } from "#test/support/test-shop.ts";
import { deliver } from "#test/support/deliver.ts";
import { delivered, orderLife, type OrderWebhook, type Shopper } from "#test/support/order-life.ts";
import { testDeps } from "#test/support/test-deps.ts";

const deps = await testDeps({ now: "2026-06-30T12:00:00Z" });

// Three people, some under several names: 1 and 2 share an e-mail (by its canonical form), a guest shares their phone.
const SHOPPERS: Shopper[] = [
  { customerId: 1, email: "ada@example.com", phone: null },
  { customerId: 2, email: "Ada@Example.com", phone: "+49 30 1234567" },
  { customerId: null, email: null, phone: "+49301234567" },
  { customerId: 3, email: "bob@example.com", phone: null },
  { customerId: null, email: "bob@example.com", phone: null },
  { customerId: 4, email: "cyd@example.com", phone: null },
  // Nobody known.
  { customerId: null, email: null, phone: null },
];
const CODES = ["SUMMER26_10OFF", "summer26_10off", "WINTER25_FREESHIP", "SOMEONES10"];

/** Accounts the merchant may make one: people who otherwise have nothing in common. */
const MERGES: [number, number][] = [
  [3, 4],
  [4, 1],
  [9, 3],
];

function mergeOf([kept, gone]: readonly [number, number]): OrderWebhook {
  const gid = (id: number) => `gid://shopify/Customer/${id}`;
  return {
    topic: "customers/merge",
    payload: {
      id: kept * 100 + gone,
      admin_graphql_api_customer_kept_id: gid(kept),
      admin_graphql_api_customer_deleted_id: gid(gone),
    },
  };
}

const lives = fc
  .tuple(
    ...Array.from({ length: 8 }, (_, index) =>
      orderLife({
        orderId: 5_001 + index,
        codes: CODES,
        shoppers: SHOPPERS,
        from: Date.parse("2026-03-20T00:00:00Z"),
      }),
    ),
  )
  .chain((orders) =>
    fc
      .subarray(MERGES)
      .map((merges) => [
        ...accountsOf(orders.flat()),
        ...orders.flat().map(fromHome),
        ...merges.map((each) => mergeOf(each)),
      ]),
  );

const HOME = {
  ...{ first_name: "Bob", last_name: "Whitworth", address1: "12 Quarry Lane", city: "Leeds" },
  ...{ zip: "LS9 9ZZ", country_code: "GB" },
};

/** Bob and Cyd are one hand: by home, card and line, which only signals compare. */
function fromHome({ topic, payload }: OrderWebhook): OrderWebhook {
  const isTheirs = topic.startsWith("orders/") && /^(bob|cyd)@/.test(String(payload["email"]));
  if (!isTheirs) return { topic, payload };
  const told = {
    ...{ shipping_address: HOME, billing_address: HOME, browser_ip: "203.0.113.9" },
    payment_details: { credit_card_bin: "437551", credit_card_number: "•••• 4821" },
  };
  return { topic, payload: { ...payload, ...told } };
}

/** An account that never orders, of whom only orders as a guest (or none) may tell. */
const IDLE = { id: 9, email: "other@example.com", phone: "+49 30 1234567" };

/** What it gets instead, and an account that is there for a moment. */
const CHANGED = { ...IDLE, email: "changed@example.com" };
const GONE = { id: 12, email: "gone@example.com", phone: null };

/** The accounts that order are made before; so are one that never does, and one that is deleted again. */
function accountsOf(orders: readonly OrderWebhook[]): OrderWebhook[] {
  const buyers = new Set(
    orders.map(({ payload }) => (payload["customer"] as { id: number } | null)?.id),
  );
  const idle = [
    { topic: "customers/create", payload: IDLE },
    { topic: "customers/update", payload: CHANGED },
    { topic: "customers/create", payload: GONE },
    { topic: "customers/update", payload: { ...GONE, phone: "+49 30 7654321" } },
    { topic: "customers/delete", payload: { id: GONE.id } },
  ];
  const theirs = SHOPPERS.flatMap(({ customerId, email, phone }) => {
    if (customerId === null || !buyers.has(customerId)) return [];
    return { topic: "customers/create", payload: { id: customerId, email, phone } };
  });
  return [...idle, ...theirs];
}

let shops = 0;

async function shopWithCampaigns(): Promise<{ id: number; domain: string }> {
  const domain = `shop-${(shops += 1)}.myshopify.com`;
  // The same key, so that the same orders are encoded alike.
  const at = await addShop(deps, domain, { identityKey: new Uint8Array(32).fill(7) });
  await addCampaign(deps, at, { name: "SUMMER26_10OFF", perCustomer: "1" });
  await addCampaign(deps, at, {
    name: "WINTER25_FREESHIP",
    offerKind: "free_shipping",
    perCustomer: "1",
    limitWindow: "month",
    customerCap: "6.00",
    freesOnCancel: "",
    freesOnExpiry: "",
    freesOnPartialRefund: "on",
    freesOnChargeback: "on",
  });
  return { id: at.shop.id, domain };
}

/** Everything the orders brought about, in terms that do not depend on who came first: no ids we made ourselves. */
async function stateOf(shopId: number) {
  const rowsOf = async (sql: string) =>
    (await deps.database.pool.query(sql, [shopId])).rows as Record<string, unknown>[];
  return {
    ledger: await rowsOf(`
      SELECT l.order_id, l.code_key, c.name, k.code, l.effective_day::text AS day, l.currency, l.presentment_currency,
        l.channel, sum(l.redemptions) AS redemptions,
        sum(l.reversals) AS reversals, sum(l.revenue_minor) AS revenue, sum(l.discount_minor) AS discount,
        sum(l.refund_minor) AS refund, sum(l.presentment_revenue_minor) AS seen_revenue,
        sum(l.presentment_discount_minor) AS seen_discount, sum(l.presentment_refund_minor) AS seen_refund
      FROM ledger_entry l LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
        LEFT JOIN code k ON k.shop_id = l.shop_id AND k.id = l.code_id
      WHERE l.shop_id = $1 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      HAVING sum(l.redemptions) <> 0 OR sum(l.reversals) <> 0 OR sum(l.revenue_minor) <> 0
        OR sum(l.discount_minor) <> 0 OR sum(l.refund_minor) <> 0
      ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`),
    rollups: await rowsOf(`
      SELECT r.grain, COALESCE(c.name, k.code, r.key) AS key, r.day::text AS day, r.currency, r.redemptions, r.reversals,
        r.revenue_minor, r.discount_minor, r.refund_minor
      FROM rollup r LEFT JOIN campaign c ON c.shop_id = r.shop_id AND r.grain IN ('campaign', 'total') AND c.id::text = r.key
        LEFT JOIN code k ON k.shop_id = r.shop_id AND r.grain = 'code' AND k.id::text = r.key
      WHERE r.shop_id = $1 AND (r.redemptions, r.reversals, r.revenue_minor, r.discount_minor, r.refund_minor) <> (0, 0, 0, 0, 0)
      ORDER BY 1, 2, 3, 4`),
    hours: await rowsOf(`
      SELECT r.grain, COALESCE(c.name, k.code, r.key) AS key, r.day::text AS day, r.hour, r.currency, r.redemptions,
        r.reversals, r.revenue_minor, r.discount_minor, r.refund_minor
      FROM rollup_hour r LEFT JOIN campaign c ON c.shop_id = r.shop_id AND r.grain = 'campaign' AND c.id::text = r.key
        LEFT JOIN code k ON k.shop_id = r.shop_id AND r.grain = 'code' AND k.id::text = r.key
      WHERE r.shop_id = $1 AND (r.redemptions, r.reversals, r.revenue_minor, r.discount_minor, r.refund_minor) <> (0, 0, 0, 0, 0)
      ORDER BY 1, 2, 3, 4, 5`),
    measures: await rowsOf(`
      SELECT r.measure, COALESCE(c.name, r.key) AS key, r.channel, r.day::text AS day, r.bucket, r.people
      FROM rollup_people r LEFT JOIN campaign c ON c.shop_id = r.shop_id AND c.id::text = r.key
      WHERE r.shop_id = $1 ORDER BY 1, 2, 3, 4, 5`),
    flags: await rowsOf(`
      SELECT order_id, code_key, evidence FROM flag WHERE shop_id = $1 AND state = 'open' ORDER BY order_id, code_key`),
    people: await rowsOf(`
      SELECT o.id, min(m.id) AS first_of_same_person
      FROM shop_order o JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
        JOIN person q ON q.shop_id = p.shop_id AND COALESCE(q.root_id, q.id) = COALESCE(p.root_id, p.id)
        JOIN shop_order m ON m.shop_id = o.shop_id AND m.person_id = q.id
      WHERE o.shop_id = $1 GROUP BY o.id ORDER BY o.id`),
    orders: await rowsOf(`
      SELECT id, name, placed_at, version, total_minor, discount_minor, financial_status, test, cancelled_at, paid_at,
        expired_at, codes, refunds, disputes, channel, presentment_currency, presentment_total_minor,
        presentment_discount_minor, currency, customer_id FROM shop_order WHERE shop_id = $1 ORDER BY id`),
    // Whose account it is that never ordered: what Shopify is told of it says that they have.
    idle: await rowsOf(`
      SELECT s.customer_id FROM standing s
      WHERE s.shop_id = $1 AND s.customer_id = ${IDLE.id} AND s.dirty_since IS NOT NULL`),
    // And by whom an account that nobody is known by would be: none of one that is gone.
    told: await rowsOf(`
      SELECT customer_id, kind, count(*) AS hashes FROM told_account WHERE shop_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`),
    // A standing that is the same as an empty one may have been written on the way or not.
    standings: await rowsOf(`
      SELECT s.customer_id, count(DISTINCT (o.id, l.code_key)) AS uses FROM standing s
        JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id
        JOIN person q ON q.shop_id = p.shop_id AND COALESCE(q.root_id, q.id) = COALESCE(p.root_id, p.id)
        JOIN shop_order o ON o.shop_id = s.shop_id AND o.person_id = q.id
        JOIN ledger_entry l ON l.shop_id = o.shop_id AND l.order_id = o.id AND l.campaign_id IS NOT NULL
      WHERE s.shop_id = $1 AND s.dirty_since IS NOT NULL
        AND (SELECT sum(uses) FROM ledger_entry x WHERE x.shop_id = o.shop_id AND x.order_id = o.id AND x.code_key = l.code_key AND x.campaign_id = l.campaign_id) > 0
      GROUP BY s.customer_id ORDER BY s.customer_id`),
  };
}

/** What of scoring must not depend on who came first, once orders are scored as they were placed. */
async function scoredFlags(shopId: number) {
  const { rows } = await deps.database.pool.query<Record<string, unknown>>(
    `SELECT f.order_id, f.code_key, f.kind, c.name, f.evidence, f.score, f.signals FROM flag f
     LEFT JOIN campaign c ON c.shop_id = f.shop_id AND c.id = f.campaign_id
     WHERE f.shop_id = $1 AND f.state = 'open' ORDER BY f.order_id, f.code_key, f.kind`,
    [shopId],
  );
  return rows;
}

/** The rollups are what the ledger adds up to, however they came about: folding them anew changes no row. */
async function expectFolded(shopId: number): Promise<void> {
  const rollups = async () =>
    Promise.all(
      ["rollup", "rollup_hour", "rollup_people", "person_tally"].map(async (table) => {
        const { rows } = await deps.database.pool.query<{ row: string }>(
          `SELECT r::text AS row FROM ${table} r WHERE shop_id = $1 ORDER BY 1`,
          [shopId],
        );
        return rows.map(({ row }) => row);
      }),
    );
  const folded = await rollups();
  const shop = await deps.database.prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  await inTransaction(deps.database.pool, (client) => rebuildRollups(client, shop));
  expect(await rollups()).toEqual(folded);
}

async function feed(
  domain: string,
  shopId: number,
  webhooks: readonly OrderWebhook[],
  batch: number,
): Promise<void> {
  for (let first = 0; first < webhooks.length; first += batch) {
    for (const webhook of webhooks.slice(first, first + batch))
      await deliver(deps, domain, webhook);
    await processInbox(deps, shopId);
    await foldPeople(deps);
  }
}

test("webhooks shuffled, doubled and cut into any batches leave what they leave in order and once", async () => {
  await fc.assert(
    fc.asyncProperty(
      lives.chain((told) => fc.tuple(fc.constant(told), delivered(told))),
      fc.constantFrom(1, 3, 10, 500),
      async ([told, arrived], batch) => {
        const ideal = await shopWithCampaigns();
        await feed(ideal.domain, ideal.id, told, 500);
        const real = await shopWithCampaigns();
        await feed(real.domain, real.id, arrived, batch);

        await expectFolded(ideal.id);
        await expectFolded(real.id);
        expect(await stateOf(real.id)).toEqual(await stateOf(ideal.id));
        for (const { id } of [ideal, real]) await rescoreOrders(deps, id);
        expect(await scoredFlags(real.id)).toEqual(await scoredFlags(ideal.id));
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});

test("several processes at one inbox do nothing twice and leave nothing undone", async () => {
  const [told] = fc.sample(lives, { numRuns: 1, seed: 42 });
  const ideal = await shopWithCampaigns();
  await feed(ideal.domain, ideal.id, told ?? [], 500);

  const real = await shopWithCampaigns();
  const twice = [...(told ?? []), ...(told ?? [])].reverse();
  await Promise.all(
    [0, 1, 2, 3].map(async (process) => {
      for (const [index, webhook] of twice.entries()) {
        if (index % 4 === process) await deliver(deps, real.domain, webhook);
        if (index % 5 === process) await processInbox(deps, real.id);
      }
    }),
  );
  await processInbox(deps, real.id);
  await foldPeople(deps);
  const states = await deps.database.prisma.inboxMessage.groupBy({
    by: ["state"],
    where: { shopId: real.id },
    _count: true,
  });
  expect(states).toEqual([{ state: "done", _count: twice.length }]);
  await expectFolded(real.id);
  expect(await stateOf(real.id)).toEqual(await stateOf(ideal.id));
});
