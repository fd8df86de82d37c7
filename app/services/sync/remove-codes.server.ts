import { CODES_A_CALL } from "#app/domain/discount/estimate.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { readJob, removeCodes as removeCodesCall } from "#app/infra/admin-api/documents/codes.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { codesThere, redeemCodeIds } from "./find-redeem-codes.server.ts";
import { leavingCodes, noteGone } from "./leaving-codes.server.ts";
import { isSyncStopped } from "./stop-sync.server.ts";
import { assertNoUserErrors } from "./sync-failure.server.ts";

/** Between looks, growing from the first to the longest. */
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 5_000;
/** Without an answer we cannot ask how far it is: the codes themselves are looked at after so long. */
const LOST_PAUSE_MS = 2_000;
/** What Shopify has not taken out by then is left for the next try. */
const PATIENCE_MS = 120_000;

/**
 * Takes codes that are paused or retired out of their discount, up to 250 a call. Each round begins with a look at what
 * is there: whatever became of the call before, whether its answer was lost or its job vanished, only codes that are
 * gone count as gone, and only those that are there are asked for again. So it can be stopped and begun anywhere.
 */
export async function removeCodes(
  deps: Deps,
  api: AdminApi,
  campaign: Pick<Campaign, "shopId" | "id">,
  discountId: string,
): Promise<void> {
  let waitedMs = 0;
  while (!(await isSyncStopped(deps, campaign))) {
    const leaving = await leavingCodes(deps, campaign, CODES_A_CALL);
    if (leaving.length === 0) return;
    const there = await codesThere(api, discountId, leaving);
    const gone = leaving.filter((each) => !there.includes(each));
    await noteGone(deps, campaign, gone);
    if (gone.length > 0) waitedMs = 0;
    if (there.length === 0) continue;
    if (waitedMs >= PATIENCE_MS)
      throw new AdminApiError("unavailable", "Shopify has not taken out the codes in time.");
    const ids = await redeemCodeIds(api, discountId, there);
    const jobId = ids.length > 0 ? await startRemoval(api, discountId, ids) : null;
    waitedMs += await untilDone(deps, api, jobId);
  }
}

/** @returns the job that does it; null when no answer came. */
async function startRemoval(
  api: AdminApi,
  discountId: string,
  ids: string[],
): Promise<string | null> {
  try {
    const { discountCodeRedeemCodeBulkDelete: asked } = await api.run(removeCodesCall, {
      discountId,
      ids,
    });
    assertNoUserErrors(asked?.userErrors, "take out the codes");
    return asked?.job?.id ?? null;
  } catch (error) {
    if (error instanceof AdminApiError && error.kind === "unavailable") return null;
    throw error;
  }
}

/** @returns how long it took; a job that vanished is over, one way or the other. */
async function untilDone(deps: Deps, api: AdminApi, jobId: string | null): Promise<number> {
  if (jobId === null) {
    await deps.sleep(LOST_PAUSE_MS);
    return LOST_PAUSE_MS;
  }
  let waitedMs = 0;
  for (let pauseMs = FIRST_PAUSE_MS; waitedMs < PATIENCE_MS;) {
    await deps.sleep(pauseMs);
    waitedMs += pauseMs;
    const { job } = await api.run(readJob, { id: jobId });
    if (!job || job.done) return waitedMs;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
  return waitedMs;
}
