import { codeKey } from "#app/domain/code/code-key.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign, CodeBatch, Shop } from "#app/infra/db/generated/client.ts";
import { spreadRows } from "../import/spread-rows.server.ts";
import { codeSpaceOf } from "./code-space.server.ts";

/** Makes the one code of a public campaign, which is its name. */
export async function insertPublicCode(
  tx: AnyTransaction,
  campaign: Campaign,
  now: Date,
): Promise<void> {
  const { shopId, id, name, dimensionSetId } = campaign;
  const key = codeKey(name);
  const values = [shopId, id, name, key, dimensionSetId, lookAlikeKey(key)];
  await queryIn(tx, PUBLIC, [...values, assignedFrom(campaign, now), now]);
}

/**
 * Makes the next `count` codes of a batch from the campaign's permutation. A text another campaign has already is left
 * out. @returns how many were made.
 */
export async function insertMadeCodes(
  tx: AnyTransaction,
  shop: Shop,
  campaign: Campaign,
  batch: Pick<CodeBatch, "id">,
  count: number,
  now: Date,
): Promise<number> {
  const code = uniqueCodes(codeSpaceOf(shop, campaign));
  const serials = Array.from({ length: count }, (_, at) => campaign.nextSerial + at);
  // Made codes are their own keys: their prefix is a name and their alphabets are upper case.
  const codes = serials.map(code);
  const [row] = await queryIn<{ made: number }>(tx, MADE, [
    shop.id,
    campaign.id,
    codes,
    serials,
    batch.id,
    campaign.dimensionSetId,
    assignedFrom(campaign, now),
    now,
    (campaign.codePrefix?.length ?? 0) + 1,
  ]);
  return row?.made ?? 0;
}

/** Gives a campaign all good codes of an import at once. @returns how many; those taken meanwhile are left out. */
export async function insertImportedCodes(
  tx: AnyTransaction,
  campaign: Campaign,
  batch: Pick<CodeBatch, "id" | "importId">,
  now: Date,
): Promise<number> {
  if (batch.importId === null) return 0;
  await spreadRows(tx, campaign.shopId, batch.importId, now);
  const [row] = await queryIn<{ made: number }>(tx, IMPORTED, [
    campaign.shopId,
    campaign.id,
    batch.importId,
    batch.id,
    campaign.dimensionSetId,
    assignedFrom(campaign, now),
    now,
  ]);
  return row?.made ?? 0;
}

/** From the campaign's start, or from now when that is later than today: orders in between are its own. */
function assignedFrom({ startsAt }: Campaign, now: Date): Date {
  return startsAt < now ? startsAt : now;
}

const COLUMNS = "shop_id, campaign_id, code, code_key, state, dimension_set_id, assigned_from";

/**
 * An assignment never reaches back into the time when the same text was another campaign's: until when each of these
 * texts was one. All at once, because a look-up a code is slow beyond measure in a table without statistics, such as
 * that of a new shop.
 */
const earlier = (keys: string) => `
  SELECT code_key, max(assigned_until) AS until FROM code
  WHERE shop_id = $1::int AND assigned_until IS NOT NULL AND code_key IN (${keys}) GROUP BY code_key`;

const PUBLIC = `
  INSERT INTO code (${COLUMNS}, look_alike_key, created_at)
  SELECT $1::int, $2::uuid, $3, $4, 'pending', $5::int, GREATEST($7::timestamptz, max(old.until)), $6, $8::timestamptz
  FROM (${earlier("$4")}) old`;

const MADE = `
  WITH old AS MATERIALIZED (${earlier("SELECT unnest($3::text[])")}), made AS (
    INSERT INTO code (${COLUMNS}, tail, serial, batch_id, created_at)
    SELECT $1::int, $2::uuid, new.code, new.code, 'pending', $6::int, GREATEST($7::timestamptz, old.until),
           substr(new.code, $9::int), new.serial, $5::uuid, $8::timestamptz
    FROM unnest($3::text[], $4::int[]) AS new (code, serial) LEFT JOIN old ON old.code_key = new.code
    ON CONFLICT (shop_id, code_key) WHERE assigned_until IS NULL DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int AS made FROM made`;

const IMPORTED = `
  WITH old AS MATERIALIZED (${earlier(
    "SELECT code_key FROM code_import_row WHERE shop_id = $1::int AND import_id = $3::uuid",
  )}), made AS (
    INSERT INTO code (${COLUMNS}, look_alike_key, holder_id, batch_id, created_at)
    SELECT r.shop_id, $2::uuid, r.code, r.code_key, 'pending', COALESCE(s.id, $5::int),
           GREATEST($6::timestamptz, old.until), r.look_alike_key, COALESCE(p.root_id, p.id), $4::uuid, $7::timestamptz
    FROM code_import_row r LEFT JOIN old ON old.code_key = r.code_key
    LEFT JOIN dimension_set s ON s.shop_id = r.shop_id AND s.convention_id = r.convention_id
      AND s.convention_version = r.convention_version AND md5(s.dimensions::text) = md5(r.dimensions::text)
    LEFT JOIN person_identity i ON i.shop_id = r.shop_id AND i.kind = r.holder_kind AND i.hash = r.holder_hash
    LEFT JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    WHERE r.shop_id = $1::int AND r.import_id = $3::uuid AND r.problem IS NULL
    ORDER BY r.ordinal
    ON CONFLICT (shop_id, code_key) WHERE assigned_until IS NULL DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int AS made FROM made`;
