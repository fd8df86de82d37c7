import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { findCodes } from "#app/infra/admin-api/documents/code-submissions.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { judgeCodes } from "./judge-codes.server.ts";
import { closeSubmission, noteAllLive, type Submission } from "./submissions.server.ts";

/** Codes of which Shopify shows none after so long were never taken. */
const NEVER_TAKEN_MS = 6_000;
/** Codes of which Shopify shows only some after so long: each is looked at. */
const HALF_TAKEN_MS = 30_000;

/**
 * Finds out what became of codes whose answer was lost, by the first and the last of them: two points instead of
 * hundreds. When both are there, all are taken to be; the count of the discount's codes at the end of the sync says
 * whether that was right. @returns whether they are settled.
 */
export async function lookForLost(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  discountId: string,
  submission: Submission,
  waitedMs: number,
): Promise<boolean> {
  const [first = "", last = ""] = [submission.codes[0], submission.codes.at(-1)];
  const found = await api.run(findCodes, { first, last });
  const isOurs = (node: { id: string } | null) => node?.id === discountId;
  if (isOurs(found.first) && isOurs(found.last)) {
    await noteAllLive(deps, campaign, submission, true);
    return true;
  }
  if (!found.first && !found.last) {
    if (waitedMs < NEVER_TAKEN_MS) return false;
    await closeSubmission(deps, campaign, submission);
    return true;
  }
  const isOthers = (node: { id: string } | null) => node !== null && !isOurs(node);
  if (!isOthers(found.first) && !isOthers(found.last) && waitedMs < HALF_TAKEN_MS) return false;
  await judgeCodes(deps, api, campaign, submission);
  return true;
}
