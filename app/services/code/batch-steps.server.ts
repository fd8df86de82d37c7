import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign, CodeBatch, Shop } from "#app/infra/db/generated/client.ts";
import { insertImportedCodes, insertMadeCodes } from "./insert-codes.server.ts";

/** Codes made in one transaction: large enough to be quick, small enough to stop soon and to hold little memory. */
const PIECE = 10_000;

/**
 * Makes the next piece of a batch, or all of it when the codes were brought: those come together or not at all. The
 * caller holds the campaign's row, so nobody else makes codes of it meanwhile.
 * @returns the batch as it is now.
 */
export async function makePiece(
  tx: AnyTransaction,
  shop: Shop,
  campaign: Campaign,
  batch: CodeBatch,
  now: Date,
): Promise<CodeBatch> {
  if (batch.source === "imported") return takeImport(tx, campaign, batch, now);
  const count = Math.min(PIECE, batch.wanted - batch.made);
  const made = await insertMadeCodes(tx, shop, campaign, batch, count, now);
  await queryIn(tx, ADVANCE, [shop.id, campaign.id, count]);
  return save(tx, { ...batch, made: batch.made + made }, now);
}

async function takeImport(
  tx: AnyTransaction,
  campaign: Campaign,
  batch: CodeBatch,
  now: Date,
): Promise<CodeBatch> {
  const made = await insertImportedCodes(tx, campaign, batch, now);
  const missed = batch.wanted - made;
  const error =
    missed === 0
      ? null
      : `${missed} of these codes became codes of other campaigns meanwhile and were left out.`;
  await queryIn(tx, FORGET_IMPORT, [campaign.shopId, batch.importId]);
  await queryIn(tx, FEWER, [campaign.shopId, campaign.id, missed]);
  return save(tx, { ...batch, made, wanted: made, error }, now);
}

async function save(tx: AnyTransaction, batch: CodeBatch, now: Date): Promise<CodeBatch> {
  const isMade = batch.made >= batch.wanted;
  const next = {
    ...batch,
    state: isMade ? "made" : batch.state,
    finishedAt: isMade ? now : null,
  };
  const { shopId, id, made, wanted, state, error, finishedAt } = next;
  await queryIn(tx, SAVE, [shopId, id, made, wanted, state, error, finishedAt, now]);
  return next;
}

const ADVANCE =
  "UPDATE campaign SET next_serial = next_serial + $3::int WHERE shop_id = $1::int AND id = $2::uuid";

const FEWER =
  "UPDATE campaign SET code_count = code_count - $3::int WHERE shop_id = $1::int AND id = $2::uuid";

const FORGET_IMPORT =
  "DELETE FROM code_import_row WHERE shop_id = $1::int AND import_id = $2::uuid";

const SAVE = `
  UPDATE code_batch SET made = $3::int, wanted = $4::int, state = $5, error = $6, finished_at = $7::timestamptz,
    marked_at = COALESCE(marked_at, $8::timestamptz)
  WHERE shop_id = $1::int AND id = $2::uuid`;
