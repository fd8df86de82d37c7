import { codeKey } from "#app/domain/code/code-key.ts";
import { rulesOverlap, type RuleMatch } from "#app/domain/policy/rule.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { uniqueMatchOf } from "./campaign-row.server.ts";

export type CampaignIdentity = Pick<
  Campaign,
  "name" | "codeKind" | "codePrefix" | "codeLength" | "codeAlphabet" | "codeCheck"
>;

/** Another campaign whose codes could not be told from the new one's, in a sentence; null when there is none. */
export async function findClash(
  tx: Transaction,
  shopId: number,
  identity: CampaignIdentity,
): Promise<string | null> {
  const others = await tx.campaign.findMany({
    where: { shopId },
    select: { name: true, codeKind: true, codePrefix: true, codeLength: true, codeAlphabet: true },
  });
  const wanted = matchesOf(identity);
  for (const other of others) {
    if (other.name === identity.name) {
      return `There is already a campaign named ${other.name}. Choose another name.`;
    }
    const overlap = matchesOf(other).some((a) => wanted.some((b) => rulesOverlap(a, b)));
    if (overlap) return mistaken(other.name);
  }
  const [listed] = await queryIn<{ name: string }>(tx, LISTED, listedValues(shopId, wanted));
  return listed ? mistaken(listed.name) : null;
}

const mistaken = (name: string): string =>
  `Codes of this campaign could be mistaken for codes of ${name}. Choose another name.`;

/** The codes known by a campaign's own columns; those of a list, and those that replaced others, stand in the table. */
function matchesOf(
  row: Pick<Campaign, "name" | "codeKind" | "codePrefix" | "codeLength" | "codeAlphabet">,
): RuleMatch[] {
  const unique = uniqueMatchOf(row);
  if (unique) return [unique];
  return row.codeKind === "list" ? [] : [{ kind: "code", key: codeKey(row.name) }];
}

function listedValues(shopId: number, wanted: readonly RuleMatch[]): unknown[] {
  const [match] = wanted;
  if (!match) return [shopId, "", 0];
  if (match.kind === "code") return [shopId, match.key, match.key.length];
  return [shopId, match.prefix, match.prefix.length + match.length];
}

/** Codes that were not made from a prefix, begin as the new ones do and are as long. */
const LISTED = `
  SELECT c.name FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE k.shop_id = $1::int AND k.code_key ^@ $2 AND $2 <> '' AND length(k.code_key) = $3::int
    AND k.assigned_until IS NULL AND k.serial IS NULL
  LIMIT 1`;
