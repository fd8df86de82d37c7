import { roomLeft } from "#app/domain/code/guess-odds.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign, CodeBatch, Shop } from "#app/infra/db/generated/client.ts";
import { forgetTaken } from "../import/forget-taken.server.ts";
import { codeSpaceOf } from "./code-space.server.ts";
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
  const room = roomLeft(codeSpaceOf(shop, campaign), campaign.nextSerial);
  const count = Math.min(PIECE, batch.wanted - batch.made, room);
  if (count === 0) return endFull(tx, campaign, batch, now);
  const made = await insertMadeCodes(tx, shop, campaign, batch, count, now);
  await queryIn(tx, ADVANCE, [shop.id, campaign.id, count]);
  return save(tx, { ...batch, made: batch.made + made }, now);
}

/** Ends a batch whose campaign has no codes left to make. Orders are checked, but texts taken by others take room too. */
async function endFull(
  tx: AnyTransaction,
  campaign: Campaign,
  batch: CodeBatch,
  now: Date,
): Promise<CodeBatch> {
  const missed = batch.wanted - batch.made;
  const error =
    `${missed} of the ${batch.wanted} codes ordered were not made: half of all codes this campaign can have ` +
    "exist, and past that they are easy to guess. Make the others in a new campaign with longer codes.";
  await queryIn(tx, FEWER, [campaign.shopId, campaign.id, missed]);
  return save(tx, { ...batch, wanted: batch.made, error }, now);
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
  await forgetTaken(tx, batch, missed);
  await queryIn(tx, FEWER, [campaign.shopId, campaign.id, missed]);
  return save(tx, { ...batch, made, wanted: made, error }, now);
}

async function save(tx: AnyTransaction, batch: CodeBatch, now: Date): Promise<CodeBatch> {
  const { shopId, id, made, wanted, error } = batch;
  const [saved] = await queryIn<Pick<CodeBatch, "state" | "finishedAt">>(tx, SAVE, [
    ...[shopId, id, made, wanted, error],
    now,
  ]);
  return { ...batch, ...saved };
}

const ADVANCE =
  "UPDATE campaign SET next_serial = next_serial + $3::int WHERE shop_id = $1::int AND id = $2::uuid";

const FEWER =
  "UPDATE campaign SET code_count = code_count - $3::int WHERE shop_id = $1::int AND id = $2::uuid";

/** Whoever cancelled the batch meanwhile did not wait for the campaign's row: cancelled it stays. */
const SAVE = `
  UPDATE code_batch SET made = $3::int, wanted = $4::int, error = $5, marked_at = COALESCE(marked_at, $6::timestamptz),
    state = CASE WHEN state = 'making' AND $3::int >= $4::int THEN 'made' ELSE state END,
    finished_at = CASE WHEN state = 'making' AND $3::int >= $4::int THEN $6::timestamptz ELSE finished_at END
  WHERE shop_id = $1::int AND id = $2::uuid
  RETURNING state, finished_at AS "finishedAt"`;
