import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import { AdminClient } from "./admin-client.ts";
import { askJson, until } from "./http.ts";
import { scenarioOf } from "./scenario.ts";
import { ShopperClient, type Verdict } from "./shopper-client.ts";

export type Step = { step: string } & Record<string, unknown>;

type Where = { standinUrl: string; appUrl: string; handle: string; seed: number };
type StandinOrder = {
  total: number;
  discounts: number;
  test: boolean;
  cancelledAt: string | null;
  codes: { code: string; amount: number }[];
};
type StandinCustomer = { id: string; email: string | null };

const DETAIL = "routes/app.campaigns.$id._index";

/**
 * The main job from end to end, over HTTP as people and Shopify would: a campaign is made and synced, its code is used
 * up to the limit, refused, freed by a refund and used again, and the dashboard's numbers equal the store's own.
 * @throws with what differs at the first step that is not as it should be.
 */
export async function runLoop(where: Where, print: (step: Step) => void): Promise<void> {
  const { standinUrl, appUrl, handle, seed } = where;
  const admin = new AdminClient(standinUrl, appUrl, handle);
  const shopper = new ShopperClient(standinUrl, handle);

  const page = await admin.read<{ initial: { conventionId: string; startsAt: string } }>(
    "/app/campaigns/new",
    "routes/app.campaigns.new",
  );
  const customers = await askJson<{ customers: StandinCustomer[] }>(
    `${standinUrl}/control/${handle}/customers`,
  );
  const emails = customers.customers.flatMap(({ email }) => (email ? [email] : []));
  const scenario = scenarioOf(seed, { ...page.initial, emails });

  const created = await admin.post("/app/campaigns/new", "routes/app.campaigns.new", scenario.form);
  const id = /campaigns\/([0-9a-f-]{36})/.exec(created.location ?? "")?.[1] ?? "";
  const campaign = () => detail(admin, id);
  const synced = await until(
    "the campaign to be synced",
    campaign,
    ({ sync }) => sync.state === "synced",
  );
  print({
    step: "campaign-synced",
    shop: handle,
    campaign: synced.name,
    discountId: synced.discountId,
    codesLive: synced.codeStates.live,
    limit: synced.limits[0]?.perCustomer,
    window: synced.limits[0]?.window,
  });

  const products = await shopper.products();
  const variant = products[scenario.productIndex % products.length]?.variants[0];
  if (!variant) throw new Error("The store sells nothing.");
  const buyer = { customer: scenario.buyerEmail, signedIn: true };
  const attempt = async () => {
    const checkout = await shopper.checkout(buyer, variant.id, scenario.quantity);
    return { token: checkout.token, verdict: await shopper.enter(checkout.token, scenario.name) };
  };

  let orderId = "";
  for (let use = 1; use <= scenario.limit; use += 1) {
    const { token, verdict } = await attempt();
    expectStatus(verdict, "accepted");
    print({ step: "checkout-accepted", code: verdict.code, buyer: "signed in", use });
    const order = await shopper.pay(token);
    orderId = order.id;
    const counted = await until("the order to be counted", campaign, ({ uses }) => uses === use);
    const { uses, revenueMinor, discountMinor } = counted;
    print({ step: "order-recorded", order: order.name, uses, revenueMinor, discountMinor });
  }

  const refused = await untilVerdict(attempt, "refused");
  print({ step: "checkout-refused", code: refused.code, by: refused.by, message: refused.message });
  // The same person without signing in, the address and the code spelled another way.
  const asGuest = async () => {
    const { token } = await shopper.checkout(
      { email: scenario.buyerEmail.toUpperCase() },
      variant.id,
      1,
    );
    return { token, verdict: await shopper.enter(token, ` ${scenario.name.toLowerCase()}`) };
  };
  const guest = await untilVerdict(asGuest, "refused");
  print({ step: "guest-refused", code: guest.code, by: guest.by, message: guest.message });

  const numeric = orderId.slice(orderId.lastIndexOf("/") + 1);
  await askJson(`${standinUrl}/control/${handle}/orders/${numeric}/refund`, {
    method: "POST",
    body: {},
  });
  const freed = await until(
    "the refund to free the use",
    campaign,
    ({ uses }) => uses === scenario.limit - 1,
  );
  print({
    step: "refund-reversed",
    uses: freed.uses,
    reversals: freed.reversals,
    refundMinor: freed.refundMinor,
  });

  const again = await untilVerdict(attempt, "accepted");
  print({ step: "checkout-accepted-again", code: again.code });

  print(await compareDashboard(where, admin));
}

async function detail(admin: AdminClient, id: string): Promise<CampaignDetail> {
  return (await admin.read<{ campaign: CampaignDetail }>(`/app/campaigns/${id}?index`, DETAIL))
    .campaign;
}

function expectStatus(verdict: Verdict, status: Verdict["status"]): void {
  if (verdict.status === status) return;
  throw new Error(`${verdict.code} should have been ${status}, but: ${JSON.stringify(verdict)}`);
}

/** The standing reaches the checkout a moment after the order: the first attempts may still find it as it was. */
async function untilVerdict(
  attempt: () => Promise<{ verdict: Verdict }>,
  status: Verdict["status"],
): Promise<Verdict> {
  const found = await until(
    `the checkout to say ${status}`,
    attempt,
    ({ verdict }) => verdict.status === status,
    20_000,
  );
  return found.verdict;
}

/** The dashboard's totals beside sums over the store's own orders. @throws when they differ. */
async function compareDashboard({ standinUrl, handle }: Where, admin: AdminClient): Promise<Step> {
  await askJson(`${standinUrl}/control/idle`);
  const ofStore = async () => {
    const { orders } = await askJson<{ orders: StandinOrder[] }>(
      `${standinUrl}/control/${handle}/orders`,
    );
    const counted = orders.filter((order) => !order.test && order.cancelledAt === null);
    const coded = counted.filter((order) => order.codes.some(({ amount }) => amount > 0));
    return {
      orders: counted.length,
      revenueMinor: sum(coded, "total"),
      discountMinor: sum(coded, "discounts"),
    };
  };
  const expected = await ofStore();
  const shown = await until(
    "the dashboard to show the store's own sums",
    async () => {
      const { dashboard } = await admin.read<{ dashboard: Dashboard }>(
        "/app?index&days=90",
        "routes/app._index",
      );
      const {
        orders,
        revenueMinor,
        discountMinor,
        redemptions,
        usedShare,
        activeCodes,
        openCases,
      } = dashboard;
      return {
        orders: orders.value,
        revenueMinor: revenueMinor.value,
        discountMinor: discountMinor.value,
        redemptions: redemptions.value,
        usedShare,
        activeCodes: activeCodes.count,
        openCases,
      };
    },
    (now) =>
      now.orders === expected.orders &&
      now.revenueMinor === expected.revenueMinor &&
      now.discountMinor === expected.discountMinor,
    20_000,
  );
  return { step: "dashboard", shop: handle, ...shown, store: expected };
}

function sum(orders: readonly StandinOrder[], field: "total" | "discounts"): number {
  return orders.reduce((total, order) => total + order[field], 0);
}
