import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import type { Actor } from "#app/domain/access/actor.ts";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";
import { countWhyNot } from "#app/services/verdict/count-why-not.server.ts";
import type { Bench, Emit } from "./bench.ts";
import { openBenchShop, type BenchShop } from "./bench-deps.ts";

const CODE = "SUMMER26_10OFF";
const PEOPLE = 100_000;

/**
 * "Why not?" of a shop in which every customer has ordered and half have reached the limit: how long it takes to judge
 * them all, how much more memory that holds than judging a tenth, and how long one question about an order's guest takes.
 */
export const run: Bench = async (emit, progress) => {
  const bench = await openBenchShop();
  try {
    const actor: Actor = {
      kind: "staff",
      shopId: bench.shop.id,
      id: "1",
      name: "Bench",
      role: "admin",
    };
    await makeCampaign(bench, actor);
    progress(`filling in ${PEOPLE} people`);
    await fill(bench);
    progress("counting");
    await countAll(bench, actor, emit);
    await askOne(bench, actor, emit);
  } finally {
    await bench.close();
  }
};

async function makeCampaign({ deps, shop }: BenchShop, actor: Actor): Promise<void> {
  const { prisma } = deps.database;
  const convention = await prisma.convention.findFirstOrThrow({ where: { shopId: shop.id } });
  const limit = { perCustomer: "1", limitWindow: "month", noneTags: "tenth" };
  const form = { ...emptyCampaignForm("2026-01-01T00:00"), conventionId: convention.id };
  const made = await createCampaign(deps, actor, { ...form, ...limit, name: CODE });
  if (!made.ok) throw new Error(`The campaign was refused: ${JSON.stringify(made.refusal)}`);
}

async function fill({ deps, shop }: BenchShop): Promise<void> {
  for (const statement of FILL) await deps.database.pool.query(statement, [shop.id, PEOPLE]);
  for (const table of ["person", "shop_order", "ledger_entry", "standing"])
    await deps.database.pool.query(`ANALYZE ${table}`);
}

/** Person n is customer n and ordered once; every second with the code, this month. */
const FILL = [
  `INSERT INTO person (shop_id, id, created_at) SELECT $1, n, now() FROM generate_series(1, $2::int) n`,
  `INSERT INTO shop_order (shop_id, id, name, placed_at, version, currency, total_minor, discount_minor,
     presentment_currency, presentment_total_minor, presentment_discount_minor, financial_status, test, codes, refunds,
     disputes, person_id, customer_id)
   SELECT $1, n, '#' || n, now(), now(), 'EUR', 3000, 500, 'EUR', 3000, 500, 'paid', false, '[]', '[]', '[]', n,
     CASE WHEN n = 1 THEN NULL ELSE n END
   FROM generate_series(1, $2::int) n`,
  `INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, effective_hour,
     time_zone, campaign_id, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor, refund_minor,
     currency, presentment_currency, presentment_revenue_minor, presentment_discount_minor, presentment_refund_minor,
     entered_at)
   SELECT $1, n, '${CODE}', 1, 'redemption', now(), now()::date, 0, 'UTC', c.id, 1, 0, 1, 1, 3000, 500, 0, 'EUR', 'EUR',
     3000, 500, 0, now()
   FROM generate_series(1, $2::int, 2) n, campaign c WHERE c.shop_id = $1`,
  `INSERT INTO standing (shop_id, customer_id, person_id, memberships)
   SELECT $1, n, n, CASE WHEN n % 10 = 0 THEN '{#tenth}'::text[] ELSE '{}' END FROM generate_series(1, $2::int) n`,
];

async function countAll({ deps }: BenchShop, actor: Actor, emit: Emit): Promise<void> {
  const tenth = await measured(() => countWhyNot(deps, actor, { code: CODE, of: "#tenth" }));
  const all = await measured(() => countWhyNot(deps, actor, { code: CODE, of: "all" }));
  if (!all.value.ok || all.value.value.people !== PEOPLE)
    throw new Error(`Not all were counted: ${JSON.stringify(all.value)}`);
  const { people, accept } = all.value.value;
  emit({ ...FIGURE, metric: "people_judged", value: people, unit: "people" });
  emit({ ...FIGURE, metric: "people_who_could", value: accept, unit: "people" });
  emit({ ...FIGURE, metric: "count_seconds", value: round(all.seconds), unit: "s" });
  const perSecond = Math.round(people / all.seconds);
  emit({ ...FIGURE, metric: "judged_per_second", value: perSecond, unit: "people/s" });
  emit({
    ...FIGURE,
    ...{ metric: "heap_growth_mb", value: round(all.heapMb), unit: "MB" },
    ...{ peer: "a tenth of the people", peerValue: round(tenth.heapMb) },
  });
}

async function askOne({ deps }: BenchShop, actor: Actor, emit: Emit): Promise<void> {
  const form = { code: CODE, customer: "", order: "1", state: "", at: "", language: "" };
  const times: number[] = [];
  for (let n = 0; n < 21; n++) {
    const asked = await measured(() => askWhyNot(deps, actor, form));
    if (!asked.value.ok || asked.value.value.reason !== "limit_reached")
      throw new Error(`The guest of an order was not refused: ${JSON.stringify(asked.value)}`);
    times.push(asked.seconds * 1_000);
  }
  const median = times.sort((a, b) => a - b)[10] ?? 0;
  emit({ ...FIGURE, metric: "one_question_ms_median", value: round(median), unit: "ms" });
}

const FIGURE = { peer: null, peerValue: null, ratio: null };
const round = (value: number): number => Number(value.toFixed(2));

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** `heapMb`: what was held beyond what was before, garbage collected, at the highest that was seen. */
async function measured<T>(work: () => Promise<T>) {
  collect();
  const before = process.memoryUsage().heapUsed;
  let highest = before;
  // Collecting takes its time, too, so it is seldom done.
  const watch = setInterval(() => {
    collect();
    highest = Math.max(highest, process.memoryUsage().heapUsed);
  }, 1_000);
  const from = performance.now();
  const value = await work();
  const seconds = (performance.now() - from) / 1_000;
  clearInterval(watch);
  return { value, seconds, heapMb: (highest - before) / 1024 / 1024 };
}
