import { codeKey } from "#app/domain/code/code-key.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readCodeResults } from "#app/infra/admin-api/documents/code-submissions.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lookUpCode, type FoundCode } from "./put-discount.server.ts";
import {
  closeSubmission,
  noteOutcomes,
  type CodeOutcome,
  type Submission,
} from "./submissions.server.ts";

/** Codes looked up side by side: each is a call. */
const AT_ONCE = 10;

/**
 * Finds out and notes what became of each code of a submission in which some failed, or of which we know nothing. Those
 * that Shopify never came to are offered again.
 */
export async function judgeCodes(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  submission: Submission,
): Promise<void> {
  const { creationId, codes } = submission;
  const creation = creationId
    ? (await api.run(readCodeResults, { id: creationId })).discountRedeemCodeBulkCreation
    : null;
  const results = new Map(creation?.codes.nodes.map((result) => [codeKey(result.code), result]));
  const judge = async (code: string): Promise<CodeOutcome | null> => {
    const key = codeKey(code);
    const result = results.get(key);
    const found = result?.discountRedeemCode ? null : await lookUpCode(api, campaign, code);
    if (!found || found.kind === "ours") return { key, state: "live", error: null };
    if (found.kind === "free" && !result) return null;
    return { key, state: "failed", error: reasonOf(found, result?.errors ?? []) };
  };
  for (let at = 0; at < codes.length; at += AT_ONCE) {
    const judged = await Promise.all(codes.slice(at, at + AT_ONCE).map(judge));
    await noteOutcomes(
      deps,
      campaign,
      judged.filter((outcome) => outcome !== null),
    );
  }
  await closeSubmission(deps, campaign, submission);
}

function reasonOf(found: FoundCode, errors: readonly { message: string }[]): string {
  if (found.kind === "taken") return `Already a code of “${found.title}” in Shopify.`;
  const reasons = errors.map(({ message }) => message).join(" ");
  return reasons || "Shopify did not add it and gave no reason.";
}
