import { loadavg } from "node:os";

import { buildFunction } from "#guard/build.ts";
import type { Emit, Progress } from "./bench.ts";
import { makeLimitedCampaign, ordersFlagged } from "./overshoot/limited-campaign.ts";
import { openRaceShop, type RaceShop } from "./overshoot/open-race-shop.ts";
import { race } from "./overshoot/race.ts";

const CHECKOUTS = 1_000;
/** Uses a month for each customer. */
const LIMIT = 3;

/**
 * One customer with 1,000 checkouts open at once, the code applied in each, pays them as fast as the store takes it,
 * with a limit of 3 a month. Shopify is a stand-in in a process of its own that runs the guard's function at every
 * checkout; webhooks come late, as Shopify's do; the app, its job queue and its database are the real ones.
 */
export async function run(emit: Emit, progress: Progress): Promise<void> {
  await buildFunction();
  const shop = await openRaceShop();
  try {
    progress(`the machine's load is ${loadavg()[0]?.toFixed(2)}`);
    const ours = await withGuard(shop, progress);
    const free = await natively(shop, progress, { code: "FREE", oncePerCustomer: false });
    const once = await natively(shop, progress, { code: "ONCE", oncePerCustomer: true });
    const { overshoot } = ours;
    const peer = `Shopify's own settings: none counts to ${LIMIT} a month`;
    const nativeOvershoot = free - LIMIT;
    emit({
      ...{ metric: "overshoot", value: overshoot, unit: `orders of ${CHECKOUTS}` },
      ...{ peer, peerValue: nativeOvershoot },
      ratio: ratio(nativeOvershoot, overshoot),
    });
    emit({
      ...{ metric: "bound", value: ours.before, unit: "checkouts completed before the standing" },
      ...{ peer: "the overshoot, which it bounds", peerValue: overshoot },
      ratio: ratio(ours.before, overshoot),
    });
    const share = overshoot === 0 ? 1 : ours.flagged / overshoot;
    emit({
      ...{ metric: "flagged_share", value: share, unit: "of the overshoot" },
      ...{ peer: "all of it", peerValue: 1, ratio: share },
    });
    emit({
      ...{ metric: "refused_within_limit", value: ours.missed, unit: `of ${LIMIT} uses` },
      ...{ peer: "Shopify's own “once per customer”", peerValue: Math.max(0, LIMIT - once) },
      ratio: ours.missed === 0 ? 1 : 0,
    });
    emit({
      ...{
        metric: "written_after_ms",
        value: ours.lagMs,
        unit: "ms from the order to the standing",
      },
      ...{ peer: null, peerValue: null, ratio: null },
    });
  } finally {
    await shop.close();
  }
}

type Held = {
  overshoot: number;
  flagged: number;
  /** Checkouts completed before the standing said that the limit is reached. */
  before: number;
  lagMs: number;
  /** Of the uses within the limit, those that could not be made. */
  missed: number;
};

async function withGuard(shop: RaceShop, progress: Progress): Promise<Held> {
  const { id, name: code } = await makeLimitedCampaign(shop, LIMIT);
  progress(`Bonafide, ${LIMIT} a month for each customer`);
  await shop.lateWebhooks();
  shop.watch(LIMIT);
  const { paid, refused, seconds } = await race(shop, { handle: shop.handle, code }, CHECKOUTS);
  const { before, after, lagMs, orders } = await shop.seen();
  await shop.settled();
  const flagged = await ordersFlagged(shop, id);
  const beyond = orders.slice(LIMIT);
  progress(
    `${paid} paid and ${refused} refused in ${seconds.toFixed(1)} s; the standing was written ${lagMs} ms after the order ` +
      `that reached the limit, ${after} payments being under way then`,
  );
  return {
    overshoot: beyond.length,
    flagged: beyond.filter((order) => flagged.has(order)).length,
    before,
    lagMs,
    missed: Math.max(0, LIMIT - paid),
  };
}

/** The same with what Shopify can be told. @returns how many were paid. */
async function natively(
  shop: RaceShop,
  progress: Progress,
  setting: { code: string; oncePerCustomer: boolean },
): Promise<number> {
  const { handle } = await shop.nativeCode(setting);
  const { paid, refused } = await race(shop, { handle, code: setting.code }, CHECKOUTS);
  const named = setting.oncePerCustomer ? "once per customer" : "no limit per customer";
  progress(`Shopify alone, ${named}: ${paid} paid and ${refused} refused`);
  return paid;
}

function ratio(better: number, than: number): number {
  return Math.round((better / Math.max(than, 1)) * 100) / 100;
}
