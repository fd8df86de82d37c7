import { codeKey } from "#app/domain/code/code-key.ts";
import { describeLookAlike, lookAlikeKey, oneEditKeys } from "#app/domain/code/look-alike.ts";
import type { Deps } from "#app/infra/deps.server.ts";

type LookAlike = { code: string; campaign: string; why: string };

/** Candidates read: keys are coarser than what a shopper confuses. */
const CANDIDATES = 100;
const SHOWN = 3;

/** Codes of other campaigns that a shopper could take for this one, each with why; at most three. */
export async function findLookAlikes(
  deps: Deps,
  shopId: number,
  code: string,
  campaignId: string | null,
): Promise<LookAlike[]> {
  const keys = [lookAlikeKey(code), ...oneEditKeys(code)];
  const { rows } = await deps.database.pool.query<{ code: string; campaign: string }>(LOOKS, [
    shopId,
    keys,
    campaignId,
    codeKey(code),
    CANDIDATES,
  ]);
  return rows
    .flatMap((row) => {
      const why = describeLookAlike(code, row.code);
      return why ? [{ ...row, why }] : [];
    })
    .slice(0, SHOWN);
}

/** The same, a sentence each. */
export async function lookAlikeWarnings(
  deps: Deps,
  shopId: number,
  code: string,
  campaignId: string | null,
): Promise<string[]> {
  const found = await findLookAlikes(deps, shopId, code, campaignId);
  return found.map(
    (other) =>
      `Shoppers could confuse ${codeKey(code)} with ${other.code}${other.code === other.campaign ? "" : ` of ${other.campaign}`}: they ${other.why}.`,
  );
}

const LOOKS = `
  SELECT k.code, c.name AS campaign
  FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE k.shop_id = $1 AND k.look_alike_key = ANY ($2::text[]) AND k.assigned_until IS NULL
    AND k.campaign_id IS DISTINCT FROM $3::uuid AND k.code_key <> $4
  ORDER BY k.id DESC LIMIT $5`;
