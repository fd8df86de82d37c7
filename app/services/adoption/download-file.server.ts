import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { readBulkOperation } from "#app/infra/admin-api/documents/bulk.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { giveUp } from "./bulk-reading.server.ts";
import { FileGone, fileLines } from "./file-lines.server.ts";
import { keepCodes, keepDiscounts } from "./keep-rows.server.ts";
import { begin, positionOf, type Next, type Reading } from "./reading-step.server.ts";
import {
  discountRow,
  redeemCodeRow,
  type DiscountRow,
  type RedeemCodeRow,
  type StoreNode,
} from "./store-rows.server.ts";

/** Lines kept in one transaction. */
const PIECE = 5_000;
/** A job that runs for too long is taken for dead. */
const LONGEST_MS = 5 * 60 * 1_000;

/**
 * Takes over Shopify's file line by line. With each piece that is kept stands the byte behind it, so that after any
 * break, also that of the process, reading goes on there.
 */
export async function download(reading: Reading): Promise<Next> {
  const { adoption, api, deps } = reading;
  const { bulkOperation } = await api.run(readBulkOperation, {
    id: adoption.bulkOperationId ?? "",
  });
  if (!bulkOperation?.url || bulkOperation.status !== "COMPLETED") return giveUp(reading);
  const until = deps.now().getTime() + LONGEST_MS;
  const from = positionOf(adoption, { byte: 0 }).byte;
  const piece = newPiece(from);
  try {
    for await (const lines of fileLines(bulkOperation.url, from)) {
      for (const { text, end } of lines) {
        add(piece, text, end, reading.shop.currency);
        if (piece.lines < PIECE) continue;
        if (!(await keep(reading, piece))) return "over";
      }
      if (deps.now().getTime() > until) break;
    }
  } catch (error) {
    if (error instanceof FileGone) return giveUp(reading);
    await keep(reading, piece);
    throw error;
  }
  if (!(await keep(reading, piece))) return "over";
  if (bulkOperation.fileSize !== null && piece.end < Number(bulkOperation.fileSize)) {
    if (deps.now().getTime() > until) return "again";
    throw new AdminApiError("unavailable", "Shopify’s file of the codes broke off.");
  }
  return begin(reading, "details");
}

/** What was read and is not kept yet; `end` is the byte behind it. */
type Piece = { discounts: DiscountRow[]; codes: RedeemCodeRow[]; lines: number; end: number };

function newPiece(end: number): Piece {
  return { discounts: [], codes: [], lines: 0, end };
}

type Line = StoreNode | { __parentId: string; id: string; code: string; asyncUsageCount: number };

function add(piece: Piece, text: string, end: number, currency: string): void {
  piece.end = end;
  piece.lines += 1;
  const line = JSON.parse(text) as Line;
  if ("__parentId" in line) piece.codes.push(redeemCodeRow(line, numericId(line.__parentId)));
  else {
    const row = discountRow(line, currency);
    if (row) piece.discounts.push(row);
  }
}

/** @returns whether the reading goes on. */
async function keep({ deps, adoption }: Reading, piece: Piece): Promise<boolean> {
  if (piece.lines === 0) return true;
  const { shopId, id, createdAt } = adoption;
  const { discounts, codes, lines, end } = piece;
  const goesOn = await inTransaction(deps.database.pool, async (client) => {
    const values = [
      shopId,
      id,
      JSON.stringify({ byte: end }),
      lines,
      discounts.length,
      codes.length,
    ];
    const { rowCount } = await client.query(KEPT, values);
    if (rowCount === 0) return false;
    await keepDiscounts(client, shopId, discounts, createdAt);
    await keepCodes(client, shopId, codes, createdAt);
    return true;
  });
  Object.assign(piece, newPiece(end));
  return goesOn;
}

const KEPT = `
  UPDATE adoption SET position = $3::jsonb, error = NULL, done = done + $4, discounts = discounts + $5, codes = codes + $6
  WHERE shop_id = $1 AND id = $2 AND state = 'reading'`;
