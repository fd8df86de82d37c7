import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { CodeBatch } from "#app/infra/db/generated/client.ts";

/**
 * Forgets the rows of an import that a batch has taken. Codes that became others' meanwhile, `missed` of them, stay for a
 * while with that as their problem, so that somebody can see which they are.
 */
export async function forgetTaken(
  tx: AnyTransaction,
  { shopId, id, importId }: Pick<CodeBatch, "shopId" | "id" | "importId">,
  missed: number,
): Promise<void> {
  if (missed === 0) {
    await queryIn(tx, ALL, [shopId, importId]);
    return;
  }
  await queryIn(tx, `${ALL} AND problem IS NOT NULL`, [shopId, importId]);
  await queryIn(tx, TAKEN, [shopId, importId, id]);
  await queryIn(tx, LEFT_OUT, [shopId, importId]);
}

const ALL = "DELETE FROM code_import_row WHERE shop_id = $1::int AND import_id = $2::uuid";

const TAKEN = `
  DELETE FROM code_import_row r USING code k
  WHERE r.shop_id = $1::int AND r.import_id = $2::uuid AND k.shop_id = $1::int AND k.batch_id = $3::uuid
    AND k.code_key = r.code_key`;

const LEFT_OUT = `
  UPDATE code_import_row r SET holder_kind = NULL, holder_hash = NULL, holder_guest_hash = NULL,
    problem = 'This became a code of ' || COALESCE((
      SELECT c.name FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
      WHERE k.shop_id = r.shop_id AND k.code_key = r.code_key AND k.assigned_until IS NULL
    ), 'another campaign') || ' before these codes were used.'
  WHERE r.shop_id = $1::int AND r.import_id = $2::uuid`;
