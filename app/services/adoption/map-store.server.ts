import { explainUnread } from "#app/domain/adoption/explain-unread.ts";
import type { FoundDiscount } from "#app/domain/adoption/found-discount.ts";
import { mapDiscounts, type Mapping } from "#app/domain/adoption/map-discount.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import { matches, type RuleMatch } from "#app/domain/policy/rule.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { uniqueMatchOf } from "../campaign/campaign-row.server.ts";
import {
  activeConventions,
  shopFields,
  type LoadedConvention,
} from "../naming/load-convention.server.ts";

/**
 * Says of every discount of the store that is no campaign's what it would become, by the conventions that are active
 * now. What was chosen to be adopted stays chosen.
 */
export async function mapStore(deps: Deps, shop: Shop): Promise<void> {
  const { pool, prisma } = deps.database;
  const conventions = await activeConventions(prisma, shop.id);
  const { rows } = await pool.query<FoundDiscount>(FOUND, [shop.id]);
  const taken = await takenNames(deps, shop.id);
  const guardId = shop.guardDiscountId === null ? null : numericId(shop.guardDiscountId);
  const mappings = mapDiscounts(rows, conventions, { guardId, taken });
  const explained = explainUnread(mappings, await shopFields(prisma, shop.id));
  const kept = [...mappings].map(([id, mapping]) => rowOf(id, mapping, explained.get(id) ?? null));
  await inTransaction(pool, async (client) => {
    await client.query(LOCK, [shop.id]);
    await client.query(FORGET, [shop.id]);
    await client.query(KEEP, [shop.id, JSON.stringify(kept)]);
    await client.query(MAPPED, [shop.id, fingerprintOf(conventions)]);
  });
}

/** Maps anew when other conventions are active than when it was done last. */
export async function mapAnewIfNeeded(
  deps: Deps,
  shop: Shop,
  mappedBy: string | null,
): Promise<void> {
  const conventions = await activeConventions(deps.database.prisma, shop.id);
  if (mappedBy !== fingerprintOf(conventions)) await mapStore(deps, shop);
}

function fingerprintOf(conventions: readonly LoadedConvention[]): string {
  return conventions.map(({ id, version }) => `${id}:${version}`).join(" ");
}

/** Whether a campaign has a name already, or makes codes that a public code of that name could be mistaken for. */
async function takenNames(deps: Deps, shopId: number): Promise<(name: string) => string | null> {
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: { shopId },
    select: { name: true, codePrefix: true, codeLength: true, codeAlphabet: true },
  });
  const names = new Set(campaigns.map(({ name }) => codeKey(name)));
  const made = campaigns.flatMap((row): { name: string; match: RuleMatch }[] => {
    const match = uniqueMatchOf(row);
    return match ? [{ name: row.name, match }] : [];
  });
  return (name) => {
    if (names.has(codeKey(name))) return `There is already a campaign named ${name}.`;
    const other = made.find(({ match }) => matches(match, codeKey(name)));
    return other ? `${name} could be mistaken for a code of ${other.name}.` : null;
  };
}

function rowOf(id: string, mapping: Mapping, proposal: string | null) {
  const named = "named" in mapping ? mapping.named : null;
  return {
    ...{ id, result: mapping.result, name: named?.name ?? null, proposal },
    conventionId: named?.convention.id ?? null,
    conventionVersion: named?.convention.version ?? null,
    dimensions: named?.dimensions ?? null,
    codeKind: named?.codeKind ?? null,
    reason: "reason" in mapping ? mapping.reason : null,
  };
}

/** What all codes of a discount begin with is told by the first and the last of them. */
const FOUND = `
  SELECT d.id::text, d.method, d.kind, d.title, d.terms, d.subscription_only AS "subscriptionOnly",
    COALESCE(k.codes, 0) AS codes, k.first, k.last
  FROM discount d LEFT JOIN (
    SELECT discount_id, count(*)::int AS codes, min(code_key COLLATE "C") AS first, max(code_key COLLATE "C") AS last
    FROM redeem_code WHERE shop_id = $1 GROUP BY discount_id
  ) k ON k.discount_id = d.id
  WHERE d.shop_id = $1 AND d.campaign_id IS NULL AND d.deleted_at IS NULL`;

const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('mapping:' || $1::int, 0))";

const FORGET = `
  DELETE FROM discount_mapping m WHERE m.shop_id = $1 AND NOT EXISTS (
    SELECT 1 FROM discount d WHERE d.shop_id = $1 AND d.id = m.discount_id
      AND d.campaign_id IS NULL AND d.deleted_at IS NULL)`;

const KEEP = `
  INSERT INTO discount_mapping (shop_id, discount_id, result, name, convention_id, convention_version, dimensions,
    code_kind, reason, proposal)
  SELECT $1::int, t.id, t.result, t.name, t."conventionId", t."conventionVersion", NULLIF(t.dimensions, 'null'::jsonb),
    t."codeKind", t.reason, t.proposal
  FROM json_to_recordset($2::json) AS t (id bigint, result text, name text, "conventionId" uuid,
    "conventionVersion" int, dimensions jsonb, "codeKind" text, reason text, proposal text)
  ON CONFLICT (shop_id, discount_id) DO UPDATE SET result = EXCLUDED.result, name = EXCLUDED.name,
    convention_id = EXCLUDED.convention_id, convention_version = EXCLUDED.convention_version,
    dimensions = EXCLUDED.dimensions, code_kind = EXCLUDED.code_kind, reason = EXCLUDED.reason,
    proposal = EXCLUDED.proposal`;

/** Only the newest reading is shown. */
const MAPPED = `
  UPDATE adoption SET mapped_by = $2 WHERE shop_id = $1
    AND id = (SELECT id FROM adoption WHERE shop_id = $1 ORDER BY created_at DESC LIMIT 1)`;
