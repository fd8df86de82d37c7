import { CODES_A_CALL } from "#app/domain/discount/estimate.ts";
import { readCodeCreations } from "#app/infra/admin-api/documents/code-submissions.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { syncCampaign } from "#app/services/sync/sync-campaign.server.ts";
import type { Figure, Progress } from "../bench.ts";
import { addUniqueCampaign } from "../codes-make/unique-campaign.ts";
import { openSyncShop, type SyncShop } from "./open-sync-shop.ts";

/** Shopify's bucket on the Standard plan, and what of it batches leave to people: measuring begins with that. */
const RATE = 100;
const RESERVE = 500;
/** To hand 250 codes over, and to look once at what became of them. */
const POINTS_A_CALL = 10 + 1;

type Run = { share: number; missing: number; doubled: number; wasted: number };

/** 100,000 codes to a Standard store: with every answer arriving, and with one in ten lost. */
export async function measureSync(progress: Progress, codes = 100_000): Promise<Figure[]> {
  const shop = await openSyncShop();
  try {
    const whole = await measure(shop, progress, {
      number: 1,
      name: "SUMMER26_FREESHIP",
      loses: 0,
      codes,
    });
    const faulty = await measure(shop, progress, {
      number: 2,
      name: "WINTER26_10OFF",
      loses: 0.1,
      codes,
    });
    const both = (one: number, other: number) => one + other;
    return [
      share("rate_share", whole.share, 0.95),
      share("rate_share_faulty", faulty.share, 0.8),
      none("missing", both(whole.missing, faulty.missing)),
      none("doubled", both(whole.doubled, faulty.doubled)),
      {
        ...{ metric: "wasted_call_share", value: round(whole.wasted), unit: "share" },
        ...{ peer: "the limit set for it", peerValue: 0.01 },
        ratio: round(0.01 / Math.max(whole.wasted, 1e-4)),
      },
    ];
  } finally {
    await shop.close();
  }
}

type Case = { number: number; name: string; loses: number; codes: number };

async function measure(
  shop: SyncShop,
  progress: Progress,
  { loses, codes: count, ...named }: Case,
): Promise<Run> {
  const campaign = await addUniqueCampaign(shop, named);
  const shopId = shop.shop.id;
  const made = await order(shop, campaign.id, count);
  await shop.begin({ available: RESERVE, loses });
  const looks = countLooks(shop.deps);
  progress(`${count} codes to Shopify, ${loses * 100} % of answers lost`);
  const started = shop.deps.now().getTime();
  await syncUntilDone(looks.deps, shopId, campaign.id);
  const seconds = (shop.deps.now().getTime() - started) / 1_000;
  await shop.begin({ available: RESERVE, loses: 0 });
  const { codes } = await shop.codes(named.name);
  const there = new Set(codes);
  const ideal = (Math.ceil(count / CODES_A_CALL) * POINTS_A_CALL) / RATE;
  const wasted = (looks.empty + looks.failed()) / looks.calls();
  progress(
    `${seconds.toFixed(1)} s of Shopify's time; at best ${ideal.toFixed(1)} s; ${looks.calls()} calls`,
  );
  return {
    share: ideal / seconds,
    missing: made.filter((code) => !there.has(code)).length,
    doubled: codes.length - there.size,
    wasted,
  };
}

async function order(
  { deps, shop }: SyncShop,
  campaignId: string,
  wanted: number,
): Promise<string[]> {
  const { prisma } = deps.database;
  const batch = await prisma.codeBatch.create({
    data: {
      ...{ shopId: shop.id, id: deps.newId(), campaignId, source: "made", wanted },
      ...{ state: "making", createdAt: deps.now(), createdBy: "bench" },
    },
  });
  await makeCodes(deps, { shopId: shop.id, batchId: batch.id });
  const rows = await prisma.code.findMany({ where: { campaignId }, select: { code: true } });
  return rows.map(({ code }) => code);
}

/** The job queue tries again when Shopify does not answer: here it is done at once. */
async function syncUntilDone(deps: Deps, shopId: number, campaignId: string): Promise<void> {
  const where = { shopId_id: { shopId, id: campaignId } };
  for (let tries = 0; tries < 50; tries++) {
    await syncCampaign(deps, { shopId, campaignId }).catch(() => undefined);
    const { syncState, syncError } = await deps.database.prisma.campaign.findUniqueOrThrow({
      where,
    });
    if (syncState === "synced") return;
    if (syncState === "failed") throw new Error(syncError ?? "The sync failed.");
  }
  throw new Error("The sync came to no end.");
}

/** Counts every call, those that failed or were too much, and looks at submissions of which none was done. */
function countLooks(deps: Deps) {
  const meters: { calls: number; failed: number; throttled: number }[] = [];
  const counted = { empty: 0 };
  const adminApi: Deps["adminApi"] = (domain, options = {}) => {
    const meter = options.meter ?? { calls: 0, points: 0, throttled: 0, waitedMs: 0, failed: 0 };
    if (!meters.includes(meter)) meters.push(meter);
    const api = deps.adminApi(domain, { ...options, meter });
    return {
      async run(operation, variables) {
        const answer = await api.run(operation, variables);
        if ((operation as unknown) === readCodeCreations) {
          const { nodes } = answer as { nodes: ({ done?: boolean } | null)[] };
          if (!nodes.some((node) => node?.done)) counted.empty += 1;
        }
        return answer;
      },
    };
  };
  const sum = (of: (meter: (typeof meters)[number]) => number) =>
    meters.reduce((total, meter) => total + of(meter), 0);
  return {
    deps: { ...deps, adminApi },
    get empty() {
      return counted.empty;
    },
    calls: () => sum(({ calls }) => calls),
    failed: () => sum(({ failed, throttled }) => failed + throttled),
  };
}

function share(metric: string, value: number, least: number): Figure {
  const ratio = round(value / least);
  return {
    ...{ metric, value: round(value), unit: "share of the bucket's rate" },
    ...{ peer: "the share set for it", peerValue: least, ratio },
  };
}

function none(metric: string, value: number): Figure {
  return { metric, value, unit: "codes", peer: "none", peerValue: 0, ratio: value === 0 ? 1 : 0 };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
