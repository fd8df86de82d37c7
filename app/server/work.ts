import type { Deps } from "#app/infra/deps.server.ts";
import { adoptDiscounts } from "#app/services/adoption/adopt-discounts.server.ts";
import { readStore } from "#app/services/adoption/read-store.server.ts";
import { eraseBodies } from "#app/services/compliance/erase-bodies.server.ts";
import { gatherBodies } from "#app/services/compliance/gather-bodies.server.ts";
import { purgePrivacy } from "#app/services/compliance/purge-privacy.server.ts";
import { applyEffects } from "#app/services/case/apply-effects.server.ts";
import { resumeBacktests } from "#app/services/backtest/resume-backtests.server.ts";
import { runBacktest } from "#app/services/backtest/run-backtest.server.ts";
import { refitScales } from "#app/services/calibration/refit-scales.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { publishGuard } from "#app/services/guard/publish-guard.server.ts";
import { republishGuards } from "#app/services/guard/republish-guards.server.ts";
import { forgetOldOrders } from "#app/services/identity/forget-old-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { forgetImports } from "#app/services/import/forget-imports.server.ts";
import { findAccounts } from "#app/services/issuance/find-accounts.server.ts";
import { readSegment } from "#app/services/segment/read-segment.server.ts";
import { readTag } from "#app/services/segment/read-tag.server.ts";
import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";
import { compareCodes } from "#app/services/sync/compare-codes.server.ts";
import { watchClaims } from "#app/services/insight/watch-claims.server.ts";
import { keepSubscriptions } from "#app/services/intake/keep-subscriptions.server.ts";
import { purgeMessages } from "#app/services/intake/purge-messages.server.ts";
import { checkBooks } from "#app/services/redemption/check-books.server.ts";
import { compareOrders } from "#app/services/redemption/compare-orders.server.ts";
import { queueComparisons } from "#app/services/redemption/queue-comparisons.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { mendBooks } from "#app/services/redemption/mend-books.server.ts";
import { resumeHistoryReplays } from "#app/services/replay/resume-history-replays.server.ts";
import { runHistoryReplay } from "#app/services/replay/run-history-replay.server.ts";
import { resumeWork } from "#app/services/sync/resume-work.server.ts";
import { sweepDiscounts } from "#app/services/sync/sweep-discounts.server.ts";
import { syncCampaign } from "#app/services/sync/sync-campaign.server.ts";
import { startDrain } from "./drain.ts";
import { watchSchedule } from "./watch-schedule.ts";

/** Takes up all the work that is not answering requests: jobs, inboxes, standings, and what a crash left behind. */
export async function startWork(deps: Deps): Promise<{ stop(): Promise<void> }> {
  await deps.jobs.work("sync-campaign", (job) => syncCampaign(deps, job));
  await deps.jobs.work("compare-codes", (job) => compareCodes(deps, job));
  await deps.jobs.work("sweep-discounts", (job) => sweepDiscounts(deps, job));
  await deps.jobs.work("make-codes", (job) => makeCodes(deps, job));
  await deps.jobs.work("publish-guard", (job) => publishGuard(deps, job));
  await deps.jobs.work("read-segment", (job) => readSegment(deps, job));
  await deps.jobs.work("read-tag", (job) => readTag(deps, job));
  await deps.jobs.work("find-accounts", (job) => findAccounts(deps, job));
  await deps.jobs.work("read-store", (job) => readStore(deps, job));
  await deps.jobs.work("adopt-discounts", (job) => adoptDiscounts(deps, job));
  await deps.jobs.work("compare-orders", (job) => compareOrders(deps, job));
  await deps.jobs.work("apply-effects", (job) => applyEffects(deps, job));
  await deps.jobs.work("check-books", (job) => checkBooks(deps, job));
  await deps.jobs.work(
    "keep-subscriptions",
    async (job) => void (await keepSubscriptions(deps, job)),
  );
  await deps.jobs.work("score-orders", async (job) => void (await scoreOrders(deps, job)));
  await deps.jobs.work("replay-history", (job) => runHistoryReplay(deps, job));
  await deps.jobs.work("backtest", (job) => runBacktest(deps, job));
  await deps.jobs.work("erase-bodies", (job) => eraseBodies(deps, job));
  await deps.jobs.work("gather-bodies", (job) => gatherBodies(deps, job));
  await deps.jobs.work("run-changes", () => runDueChanges(deps));
  await deps.jobs.work("watch-claims", () => watchClaims(deps));
  await deps.jobs.work("sweep", async () => {
    await resumeWork(deps, { idleSeconds: 60 });
    await forgetImports(deps);
    await mendBooks(deps);
    await foldPeople(deps);
    await queueComparisons(deps);
    await purgeMessages(deps);
    await purgePrivacy(deps);
    await forgetOldOrders(deps);
    await republishGuards(deps);
    await resumeHistoryReplays(deps);
    await resumeBacktests(deps);
    await refitScales(deps);
  });
  const drain = await startDrain(deps);
  const watch = watchSchedule(deps);
  await resumeWork(deps, { idleSeconds: 0 });
  return {
    async stop() {
      await watch.stop();
      await drain.stop();
    },
  };
}
