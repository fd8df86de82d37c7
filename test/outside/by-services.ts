import type { Verdict } from "#app/domain/policy/verdict.ts";
import { publishGuard } from "#app/services/guard/publish-guard.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { countedUses } from "#app/services/redemption/counted-uses.server.ts";
import { writeStandings } from "#app/services/standing/write-standings.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop } from "#test/support/test-shop.ts";
import { buyerOf, CODE, TODAY, type Attempt, type OutsideCase, type PastOrder } from "./case.ts";
import type { CheckoutStore } from "./checkout-store.ts";

export type Told = { verdicts: Verdict[]; uses: number; flagged: number };

/**
 * What a shop says whose past came in as webhooks: the ledger counts it, the standings and the guests are written from
 * the ledger, and the judge reads what was written.
 */
export async function toldByServices(
  deps: TestDeps,
  store: CheckoutStore,
  domain: string,
  case_: OutsideCase,
): Promise<Told> {
  const at = await addShop(deps, domain);
  const shopId = at.shop.id;
  const { limit, freesOnCancel = true } = case_;
  await addCampaign(deps, at, {
    name: CODE,
    perCustomer: limit ? String(limit.perCustomer) : "",
    limitWindow: limit?.window ?? "lifetime",
    freesOnCancel: freesOnCancel ? "on" : "",
  });
  for (const [index, order] of case_.past.entries())
    for (const { topic, payload } of webhooksOf(index + 1, order))
      await deliver(deps, domain, { topic, payload });
  await processInbox(deps, shopId);
  await publishGuard(deps, { shopId });
  await writeStandings(deps, shopId);
  const flagged = await deps.database.prisma.flag.count({ where: { shopId, state: "open" } });
  const counted = await countedUses(deps.database.pool, { shopId });
  return {
    verdicts: case_.attempts.map((attempt) => verdictOn(store, attempt)),
    uses: counted.length,
    flagged,
  };
}

function verdictOn(store: CheckoutStore, attempt: Attempt): Verdict {
  const { customerId } = attempt.by;
  const code = attempt.code ?? CODE;
  return store.judge({ buyer: buyerOf(attempt), customerId, code, localDate: TODAY });
}

type Webhook = { topic: string; payload: Record<string, unknown> };

/** An order's life as Shopify tells it, each change a newer snapshot. */
function webhooksOf(id: number, { by, code = CODE, then }: PastOrder): Webhook[] {
  const hour = (hours: number) =>
    new Date(Date.parse(`${TODAY}T00:00:00Z`) + (id + hours) * 60_000).toISOString();
  const told = (topic: string, hours: number, change: Record<string, unknown> = {}) => ({
    topic,
    payload: orderBody(id, {
      created_at: hour(0),
      updated_at: hour(hours),
      customer: by.customerId === undefined ? null : { id: by.customerId },
      email: by.email ?? null,
      phone: by.phone ?? null,
      discount_codes: code === null ? [] : [{ code, amount: "5.00" }],
      ...change,
    }),
  });
  const placed = told("orders/create", 0, then === "edited" ? { discount_codes: [] } : {});
  if (then === undefined) return [placed];
  switch (then) {
    case "edited":
      return [placed, told("orders/updated", 100)];
    case "cancelled":
      return [placed, told("orders/cancelled", 100, { cancelled_at: hour(100) })];
    case "refunded": {
      const transactions = [{ kind: "refund", status: "success", amount: "30.00" }];
      const refunds = [{ id, order_id: id, created_at: hour(100), transactions }];
      const financial_status = "refunded";
      return [placed, told("orders/updated", 100, { refunds, financial_status })];
    }
  }
}
