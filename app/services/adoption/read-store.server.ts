import type { ReadingPhase } from "#app/domain/adoption/reading.ts";
import { isReadInBulk, READING_PHASES } from "#app/domain/adoption/reading.ts";
import { countStore } from "#app/infra/admin-api/documents/store.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { ACCESS_LOST, describeFailure } from "../sync/sync-failure.server.ts";
import { dropBulkOperation, prepare } from "./bulk-reading.server.ts";
import { download } from "./download-file.server.ts";
import { finishReading } from "./finish-reading.server.ts";
import { readCodePage, readDiscountPage } from "./page-reading.server.ts";
import { readDetails } from "./read-details.server.ts";
import { begin, type Next, type Reading } from "./reading-step.server.ts";

type Job = { shopId: number; adoptionId: string };

/** A job that runs for too long is taken for dead: it goes on as another. */
const LONGEST_MS = 5 * 60 * 1_000;

/**
 * Reads all discounts and codes of a store, whoever made them. A small store by pages; a large one by one bulk
 * operation, whose file is taken over line by line. Each step writes down where it is, so the job may be killed anywhere
 * and run again; rows of an earlier reading are forgotten at the end.
 */
export async function readStore(deps: Deps, job: Job): Promise<void> {
  const ran = await ifUnlocked(deps.database.pool, `adoption:${job.shopId}`, () => run(deps, job));
  if (!ran) await deps.jobs.send("read-store", job, { afterSeconds: 5 });
}

const STEPS: Record<ReadingPhase, (reading: Reading) => Promise<Next>> = {
  counting: count,
  preparing: prepare,
  downloading: download,
  discounts: readDiscountPage,
  codes: readCodePage,
  details: readDetails,
  comparing: finishReading,
};

async function run(deps: Deps, job: Job): Promise<void> {
  const shop = await shopOf(deps, job.shopId);
  const until = deps.now().getTime() + LONGEST_MS;
  const key = { shopId_id: { shopId: job.shopId, id: job.adoptionId } };
  for (;;) {
    const adoption = await deps.database.prisma.adoption.findUnique({ where: key });
    if (!adoption) return;
    const api = deps.adminApi(shop.domain, { lane: "batch" });
    const reading = { deps, shop, api, adoption };
    if (adoption.state === "cancelled") return dropBulkOperation(reading);
    if (adoption.state !== "reading") return;
    const phase = READING_PHASES.find((known) => known === adoption.phase) ?? "counting";
    const next = await STEPS[phase](reading).catch((error: unknown) => fail(reading, error));
    if (next === "over") continue;
    if (next !== "again") return deps.jobs.send("read-store", job, next);
    if (deps.now().getTime() > until) return deps.jobs.send("read-store", job);
  }
}

async function count(reading: Reading): Promise<Next> {
  const counted = await reading.api.run(countStore, {});
  const totalDiscounts = counted.discountNodesCount?.count ?? 0;
  const totalCodes = counted.discountCodesCount?.count ?? 0;
  const phase = isReadInBulk(totalDiscounts, totalCodes) ? "preparing" : "discounts";
  return begin(reading, phase, { totalDiscounts, totalCodes, discounts: 0, codes: 0 });
}

/** What may pass is tried again by the queue, from where it stopped; the rest ends the reading and says why. */
async function fail({ deps, shop, adoption }: Reading, error: unknown): Promise<Next> {
  const { message, mayPass } = describeFailure(error);
  const goesOn = mayPass && isInstalled(await shopOf(deps, shop.id));
  await deps.database.prisma.adoption.updateMany({
    where: { shopId: shop.id, id: adoption.id, state: "reading" },
    data: goesOn
      ? { error: message }
      : {
          ...{ error: message, state: "failed", finishedAt: deps.now() },
          // With access again it goes on where it was.
          ...(message === ACCESS_LOST ? {} : { bulkOperationId: null }),
        },
  });
  deps.log.warn({ err: error, shopId: shop.id }, "reading of a store failed");
  if (goesOn) throw error;
  return "over";
}
