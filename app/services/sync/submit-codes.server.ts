import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { addCodes, readCodeCreations } from "#app/infra/admin-api/documents/code-submissions.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { judgeCodes } from "./judge-codes.server.ts";
import { lookForLost } from "./lost-submission.server.ts";
import { isSyncStopped } from "./stop-sync.server.ts";
import {
  closeSubmission,
  noteAllLive,
  noteCreation,
  openSubmissions,
  takeSubmissions,
  type Submission,
} from "./submissions.server.ts";
import { assertNoUserErrors, SyncFailure } from "./sync-failure.server.ts";

/** Submissions under way at once: one at a time would wait for Shopify's answers instead of using its rate. */
const WINDOW = 16;
/** Before the first look. A look that comes too early is a call for nothing. */
const FIRST_LOOK_MS = 400;
/** Between looks at most. */
const LONGEST_PAUSE_MS = 5_000;
/** What Shopify has not finished by then is left for the next try. */
const PATIENCE_MS = 120_000;
/** Answers lost one after the other before we stop asking. */
const MOST_LOST = 6;

type Open = Submission & { waitedMs: number; pauseMs: number };

/**
 * Adds the campaign's waiting codes to its discount, 250 a call and several calls under way. What was handed over before
 * is looked at first; an answer that was lost is looked for, not asked again. What Shopify says is taken counts as added
 * when it is this very discount that has it. So it can be stopped and begun again anywhere: no code is missing and none
 * is twice. Once a person stops the sync no more is handed over; what was is still looked after.
 */
export async function submitCodes(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  discountId: string,
): Promise<void> {
  let open = (await openSubmissions(deps, campaign, discountId)).map(begin);
  const take = taker(deps, campaign, discountId);
  let lostInARow = 0;
  for (;;) {
    const next = await take(WINDOW - open.length);
    const handed = await allOf(
      next.map((submission) => handOver(deps, api, campaign, discountId, submission)),
    );
    const lost = handed.filter(({ creationId }) => creationId === null).length;
    lostInARow = lost === handed.length ? lostInARow + lost : 0;
    if (lostInARow > MOST_LOST)
      throw new AdminApiError("unavailable", "Shopify's answers do not reach us.");
    open.push(...handed.map(begin));
    if (open.length === 0) return;
    const pauseMs = Math.min(...open.map((each) => each.pauseMs));
    await deps.sleep(pauseMs);
    open = await lookAt(deps, api, campaign, discountId, open, pauseMs);
  }
}

/** Takes codes in the order of their numbers; at the end of them once more from the first, for those offered again. */
function taker(deps: Deps, campaign: Campaign, discountId: string) {
  let after = "0";
  return async (most: number): Promise<Submission[]> => {
    if (most === 0 || (await isSyncStopped(deps, campaign))) return [];
    const wasUnderWay = after !== "0";
    let taken = await takeSubmissions(deps, campaign, discountId, { most, after });
    if (wasUnderWay && taken.submissions.length === 0)
      taken = await takeSubmissions(deps, campaign, discountId, { most, after: "0" });
    after = taken.after;
    return taken.submissions;
  };
}

/** Waits for all, so that nothing is under way any more when one of them throws. */
async function allOf<T>(all: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(all);
  return Promise.all(all);
}

function begin(submission: Submission): Open {
  return { ...submission, waitedMs: 0, pauseMs: FIRST_LOOK_MS };
}

/** @returns the submission; without its creation's id when no answer came. */
async function handOver(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  discountId: string,
  submission: Submission,
): Promise<Submission> {
  const variables = { discountId, codes: submission.codes.map((code) => ({ code })) };
  try {
    const { discountRedeemCodeBulkAdd } = await api.run(addCodes, variables);
    assertNoUserErrors(discountRedeemCodeBulkAdd?.userErrors, "add the codes");
    const creationId = discountRedeemCodeBulkAdd?.bulkCreation?.id;
    if (!creationId) throw new SyncFailure("Shopify took no codes and gave no reason. Try again.");
    const answered = { ...submission, creationId };
    await noteCreation(deps, campaign, answered);
    return answered;
  } catch (error) {
    if (error instanceof AdminApiError && error.kind === "unavailable") return submission;
    await closeSubmission(deps, campaign, submission);
    throw error;
  }
}

/** Settles what is done. @returns what is not. */
async function lookAt(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  discountId: string,
  open: readonly Open[],
  slept: number,
): Promise<Open[]> {
  const ids = open.flatMap(({ creationId }) => (creationId === null ? [] : [creationId]));
  const { nodes } = ids.length > 0 ? await api.run(readCodeCreations, { ids }) : { nodes: [] };
  const byId = new Map(nodes.flatMap((node) => (node ? [[node.id, node] as const] : [])));
  const rest: Open[] = [];
  for (const each of open) {
    const waitedMs = each.waitedMs + slept;
    const isSettled =
      each.creationId === null
        ? await lookForLost(deps, api, campaign, discountId, each, waitedMs)
        : await settle(deps, api, campaign, each, byId.get(each.creationId));
    if (isSettled) continue;
    if (waitedMs >= PATIENCE_MS)
      throw new AdminApiError("unavailable", "Shopify has not finished adding codes in time.");
    rest.push({ ...each, waitedMs, pauseMs: Math.min(each.pauseMs * 2, LONGEST_PAUSE_MS) });
  }
  return rest;
}

type Creation = { id: string } | { id: string; done: boolean; failedCount: number };

async function settle(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  submission: Submission,
  creation: Creation | undefined,
): Promise<boolean> {
  // Shopify forgets a creation after a while: the codes are offered again, and found where they are.
  if (!creation || !("done" in creation)) {
    await closeSubmission(deps, campaign, submission);
    return true;
  }
  if (!creation.done) return false;
  if (creation.failedCount > 0) await judgeCodes(deps, api, campaign, submission);
  else await noteAllLive(deps, campaign, submission, false);
  return true;
}
