import type { SignalKind } from "#app/domain/signal/signal.ts";
import { EXACT_BITS } from "#app/domain/signal/signals/overshoot.ts";
import type { FoundSignal } from "#app/domain/signal/weigh-signals.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

export const SUMMER = "SUMMER26_10OFF";
export const WINTER = "WINTER26_10OFF";

/** A shop with two campaigns, each of one use a customer. */
export async function openTwo(deps: TestDeps, name: string) {
  const at = await addShop(deps, `${name}.myshopify.com`);
  const summer = await addCampaign(deps, at);
  return { at, summer, winter: await addCampaign(deps, at, { name: WINTER }) };
}

/** An order by somebody on a day of June; each code takes 5 euros off. */
export async function order(
  deps: TestDeps,
  at: TestShop,
  {
    id,
    who,
    codes,
    email = `c${who}@example.com`,
  }: { id: number; who: number; codes: readonly string[]; email?: string },
): Promise<void> {
  const moment = `2026-06-0${id}T10:00:00Z`;
  const payload = orderBody(id, {
    ...{ created_at: moment, updated_at: moment, customer: { id: who } },
    email,
    discount_codes: codes.map((code) => ({ code, amount: "5.00" })),
  });
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, at.shop.id);
}

const signal = (kind: SignalKind, bits: number): FoundSignal => ({
  ...{ kind, bits, evidence: { orders: [], numbers: {} } },
});
const chance = (bits: number) => 1 / (1 + 2 ** -bits);

/** What signals made of each of an order's uses, as it is kept: by the campaign, kinds with their bits. */
export async function foundOn(
  { database: { prisma }, now }: TestDeps,
  at: TestShop,
  id: number,
  uses: readonly { campaignId: string; found: readonly [SignalKind, number][] }[],
): Promise<void> {
  const [own, ...others] = uses.map(({ campaignId, found }) => ({
    ...{ scope: campaignId, keys: Array.from({ length: 11 }, () => 0) },
    signals: found.map(([kind, bits]) => signal(kind, bits)),
    // What the exact count says is kept beside the signals, for it may find the use later.
    exactBits: found.find(([kind]) => kind === "overshoot")?.[1] ?? EXACT_BITS,
  }));
  const all = uses.flatMap(({ found }) => found);
  const [highest] = all.toSorted(([, a], [, b]) => b - a);
  const row = { shopId: at.shop.id, orderId: BigInt(id) };
  const codes = uses.map(({ campaignId }) => ({ key: campaignId, code: campaignId }));
  const { exactBits } = own!;
  const facts = { codes, totalMinor: 3_000, couponSite: null, isTest: false, exactBits };
  const said = {
    ...{ facts, scope: own!.scope, signals: own!.signals, sequence: BigInt(id) },
    ...{ score: highest ? chance(highest[1]) : null, kind: highest?.[0] ?? null },
    ...(others.length > 0 ? { further: others } : {}),
  };
  await prisma.identityOrder.upsert({
    where: { shopId_orderId: row },
    update: said,
    create: { ...row, ...said, placedAt: now(), version: now() },
  });
}
