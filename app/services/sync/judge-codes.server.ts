import { codeKey } from "#app/domain/code/code-key.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readCodeResults } from "#app/infra/admin-api/documents.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { lookUpCode, type FoundCode } from "./put-discount.server.ts";
import type { CodeOutcome, Submission } from "./submissions.server.ts";

/** Codes looked up side by side: each is a call. */
const AT_ONCE = 10;

/** What became of each code of a submission in which some failed, or of which we know nothing. */
export async function judgeCodes(
  api: AdminApi,
  campaign: Pick<Campaign, "number" | "discountId">,
  { creationId, codes }: Submission,
): Promise<CodeOutcome[]> {
  const creation = creationId
    ? (await api.run(readCodeResults, { id: creationId })).discountRedeemCodeBulkCreation
    : null;
  const results = new Map(creation?.codes.nodes.map((result) => [codeKey(result.code), result]));
  const judge = async (code: string): Promise<CodeOutcome> => {
    const key = codeKey(code);
    const result = results.get(key);
    const found = result?.discountRedeemCode ? null : await lookUpCode(api, campaign, code);
    return !found || found.kind === "ours"
      ? { key, state: "live", error: null }
      : { key, state: "failed", error: reasonOf(found, result?.errors ?? []) };
  };
  const outcomes: CodeOutcome[] = [];
  for (let at = 0; at < codes.length; at += AT_ONCE)
    outcomes.push(...(await Promise.all(codes.slice(at, at + AT_ONCE).map(judge))));
  return outcomes;
}

function reasonOf(found: FoundCode, errors: readonly { message: string }[]): string {
  if (found.kind === "taken") return `Already a code of “${found.title}” in Shopify.`;
  const reasons = errors.map(({ message }) => message).join(" ");
  return reasons || "Shopify did not add it and gave no reason.";
}
