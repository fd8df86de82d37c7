import { codeKey } from "#app/domain/code/code-key.ts";
import { describeLookAlike, lookAlikeKey, oneEditKeys } from "#app/domain/code/look-alike.ts";
import type { Deps } from "#app/infra/deps.server.ts";

type LookAlike = { code: string; campaign: string; why: string };

/** Candidates read of either kind: keys are coarser than what a shopper confuses. */
const CANDIDATES = 100;
const SHOWN = 3;

/**
 * What other campaigns have that could be taken for this name, each with why; at most three. Names of campaigns count
 * whatever their codes are: unique codes begin with them. Made codes are not compared, their alphabet sees to that.
 */
export async function findLookAlikes(
  deps: Deps,
  shopId: number,
  name: string,
  campaignId: string | null,
): Promise<LookAlike[]> {
  const keys = [lookAlikeKey(name), ...oneEditKeys(name)];
  const values = [shopId, keys, campaignId, codeKey(name), CANDIDATES];
  const { rows } = await deps.database.pool.query<Omit<LookAlike, "why">>(LOOKS, values);
  return rows
    .flatMap((row) => {
      const why = describeLookAlike(name, row.code);
      return why ? [{ ...row, why }] : [];
    })
    .slice(0, SHOWN);
}

/** The same, a sentence each. */
export async function lookAlikeWarnings(
  deps: Deps,
  shopId: number,
  name: string,
  campaignId: string | null,
): Promise<string[]> {
  const found = await findLookAlikes(deps, shopId, name, campaignId);
  return found.map((other) => warningOf(codeKey(name), other));
}

function warningOf(name: string, { code, campaign, why }: LookAlike): string {
  const other = code === campaign ? code : `${code} of ${campaign}`;
  const they = why.startsWith("differ") ? "they" : "they are";
  return `Shoppers could confuse ${name} with ${other}: ${they} ${why}.`;
}

/** A public code is its campaign's name and was found as such. */
const LOOKS = `
  (SELECT c.name AS code, c.name AS campaign FROM campaign c
   WHERE c.shop_id = $1 AND c.look_alike_key = ANY ($2::text[])
     AND c.id IS DISTINCT FROM $3::uuid AND c.name <> $4
   ORDER BY c.number DESC LIMIT $5)
  UNION ALL
  (SELECT k.code, c.name AS campaign
   FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
   WHERE k.shop_id = $1 AND k.look_alike_key = ANY ($2::text[]) AND k.assigned_until IS NULL
     AND k.campaign_id IS DISTINCT FROM $3::uuid AND k.code_key <> $4 AND k.code_key <> c.name
   ORDER BY k.id DESC LIMIT $5)`;
