import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { CampaignSync } from "#app/domain/discount/sync.ts";
import { AdminClient } from "#test/demo/admin-client.ts";
import { buildIfStale } from "#test/demo/build-if-stale.ts";
import { until } from "#test/demo/http.ts";
import { startProduct } from "#test/demo/product.ts";
import { announceChange } from "#test/standin/admin/discounts/verbs.ts";
import type { CodeDiscount } from "#test/standin/state.ts";
import type { Figure, Progress } from "../bench.ts";

const RUNS = 30;
const LIMIT_SECONDS = 2;
/** Between two looks at the page: what is measured is late by that at most. */
const LOOK_MS = 10;
const PATIENCE_MS = 60_000;
/** So that one run does not meet what the one before left under way. */
const PAUSE_MS = 300;

const NAME = "SPRING26_10OFF";
const NEW = "routes/app.campaigns.new";
const DETAIL = "routes/app.campaigns.$id._index";

/**
 * How long it takes from the moment Shopify tells of a change, by its signed webhook over HTTP, until the campaign's
 * page shows the difference: through the app's own processes, its inbox and its jobs.
 */
export async function measureDrift(progress: Progress): Promise<Figure[]> {
  await buildIfStale(progress);
  const dataFolder = mkdtempSync(join(tmpdir(), "bonafide-bench-"));
  const product = await startProduct({ port: 0, seed: 5, dataFolder });
  try {
    const { standin, publicUrl } = product;
    const [shop] = standin.world.shops.values();
    if (!shop) throw new Error("The stand-in has no shop.");
    const admin = new AdminClient(standin.url, publicUrl, shop.handle);
    const id = await synced(admin);
    const discount = [...shop.discounts.values()].find(({ title }) => title === NAME);
    progress(`${RUNS} changes in Shopify, each until the campaign's page shows it`);
    const seconds: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await standin.idle();
      await sleep(PAUSE_MS);
      const limit = 1_000 + run;
      const started = performance.now();
      Object.assign(discount as CodeDiscount, { usageLimit: limit });
      announceChange(standin.world, shop, discount as CodeDiscount);
      while (!(await isShown(admin, id, limit))) {
        if (performance.now() - started > PATIENCE_MS) throw new Error("It is never shown.");
        await sleep(LOOK_MS);
      }
      seconds.push((performance.now() - started) / 1_000);
    }
    const value = percentile(seconds, 0.95);
    progress(`median ${percentile(seconds, 0.5).toFixed(2)} s`);
    return [
      {
        ...{ metric: "drift_visible_seconds", value: Number(value.toFixed(3)), unit: "s (p95)" },
        ...{ peer: "the limit set for it", peerValue: LIMIT_SECONDS },
        ratio: Number((LIMIT_SECONDS / value).toFixed(2)),
      },
    ];
  } finally {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** A campaign that Shopify has. @returns its id. */
async function synced(admin: AdminClient): Promise<string> {
  const { initial } = await admin.read<{ initial: Record<string, string> }>(
    "/app/campaigns/new",
    NEW,
  );
  const form = { ...initial, name: NAME, offerKind: "percentage", percentage: "10" };
  const terms = { codeKind: "public", totalCap: "100" };
  const { location } = await admin.post("/app/campaigns/new", NEW, { ...form, ...terms });
  const id = /campaigns\/([0-9a-f-]{36})/.exec(location ?? "")?.[1] ?? "";
  const isDone = ({ underWay }: CampaignSync) => underWay === null;
  await until("the campaign to be synced", () => syncOf(admin, id), isDone);
  return id;
}

async function syncOf(admin: AdminClient, id: string): Promise<CampaignSync> {
  const page = await admin.read<{ sync: CampaignSync }>(`/app/campaigns/${id}?index`, DETAIL);
  return page.sync;
}

async function isShown(admin: AdminClient, id: string, limit: number): Promise<boolean> {
  const { drift } = await syncOf(admin, id);
  return drift.some(({ fields }) => fields.some(({ theirs }) => theirs === limit));
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
