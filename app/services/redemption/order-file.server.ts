import { inTransaction } from "#app/infra/db/database.server.ts";
import type { OrderReading, Shop } from "#app/infra/db/generated/client.ts";
import type { ReadOrdersInBulkQuery } from "#app/infra/admin-api/generated/operations.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { FileGone, fileLines } from "../adoption/file-lines.server.ts";
import { letIntakeGo } from "../person/let-intake-go.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { recordReports } from "./record-reports.server.ts";
import { reportOf, type WholeOrder } from "./shopify-orders.server.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { staleAmong } from "./stale-orders.server.ts";
import { withoutErased } from "./without-erased.server.ts";

/** Orders taken over in one transaction. */
const PIECE = 200;
/** A job that runs for too long is taken for dead. */
const LONGEST_MS = 5 * 60 * 1_000;

type Root = Omit<
  ReadOrdersInBulkQuery["orders"]["edges"][number]["node"],
  "lineItems" | "shippingLines"
>;
type FileRow = Root | (WholeOrder["lines"][number] & { __parentId: string });

/**
 * Takes over Shopify's file of orders: each order stands on a line with its lines on those below. With each piece that
 * is kept stands the byte behind it, so that after any break, also that of the process, reading goes on there.
 * @returns gone: the file is no longer there; again: there is more, for another job.
 */
export async function readOrderFile(
  deps: Deps,
  shop: Shop,
  { bulkByte }: OrderReading,
  url: string,
): Promise<"done" | "gone" | "again"> {
  const until = deps.now().getTime() + LONGEST_MS;
  let piece: WholeOrder[] = [];
  let order: { root: Root; lines: WholeOrder["lines"][number][] } | null = null;
  /** Behind the last order that is whole. */
  let end = Number(bulkByte);
  const close = () => {
    if (order) piece.push({ ...order.root, lines: order.lines });
    order = null;
  };
  try {
    for await (const lines of fileLines(url, end)) {
      for (const line of lines) {
        const row = JSON.parse(line.text) as FileRow;
        if ("__parentId" in row) order?.lines.push(row);
        else {
          close();
          if (piece.length >= PIECE) {
            await keep(deps, shop, piece, end);
            await letIntakeGo(deps, shop.id);
            piece = [];
            if (deps.now().getTime() > until) return "again";
          }
          order = { root: row, lines: [] };
        }
        end = line.end;
      }
    }
  } catch (error) {
    if (error instanceof FileGone) return "gone";
    throw error;
  }
  close();
  await keep(deps, shop, piece, end);
  return "done";
}

async function keep(
  deps: Deps,
  shop: Shop,
  orders: readonly WholeOrder[],
  end: number,
): Promise<void> {
  const stale = new Set(await staleAmong(deps, shop.id, orders));
  const reports = orders
    .filter(({ id }) => stale.has(numericId(id)))
    .map((order) => reportOf(order, shop.currency));
  await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shop.id);
    const told = await withoutErased(client, shop.id, reports);
    await recordReports(deps, client, shop, told);
    await client.query(KEPT, [shop.id, orders.length, reports.length, end]);
  });
}

const KEPT = `
  UPDATE order_reading SET orders_read = orders_read + $2, orders_healed = orders_healed + $3, bulk_byte = $4, error = NULL
  WHERE shop_id = $1`;
