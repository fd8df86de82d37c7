import { readStoreCodes, readStoreDiscounts } from "#app/infra/admin-api/documents/store.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { keepCodes, keepDiscounts } from "./keep-rows.server.ts";
import { begin, note, positionOf, type Next, type Reading } from "./reading-step.server.ts";
import { discountRow, redeemCodeRow } from "./store-rows.server.ts";

/** One page of the store's discounts, without their codes. */
export async function readDiscountPage(reading: Reading): Promise<Next> {
  const { adoption, api, deps, shop } = reading;
  const { after } = positionOf<{ after: string | null }>(adoption, { after: null });
  const { discountNodes } = await api.run(readStoreDiscounts, { after });
  const rows = discountNodes.nodes.flatMap((node) => discountRow(node, shop.currency) ?? []);
  await inTransaction(deps.database.pool, (client) =>
    keepDiscounts(client, shop.id, rows, adoption.createdAt),
  );
  const { hasNextPage, endCursor } = discountNodes.pageInfo;
  const discounts = adoption.discounts + rows.length;
  if (!hasNextPage) return begin(reading, "codes", { discounts });
  const goesOn = await note(reading, {
    discounts,
    done: discounts,
    position: { after: endCursor },
  });
  return goesOn ? "again" : "over";
}

/** One page of the codes of the discount that is next. */
export async function readCodePage(reading: Reading): Promise<Next> {
  const { adoption, api, deps, shop } = reading;
  const at = positionOf<{ id: string; after: string | null }>(adoption, { id: "0", after: null });
  const { rows } = await deps.database.pool.query<{ id: string }>(at.after === null ? NEXT : SAME, [
    shop.id,
    at.id,
    adoption.createdAt,
  ]);
  const id = rows[0]?.id;
  if (id === undefined) return begin(reading, "details");
  const gid = gidOf("DiscountCodeNode", id);
  const { codeDiscountNode } = await api.run(readStoreCodes, { id: gid, after: at.after });
  // Somebody may have deleted it meanwhile.
  const page = codeDiscountNode?.codeDiscount.codes ?? { nodes: [], pageInfo: LAST };
  const codes = page.nodes.map((node) => redeemCodeRow(node, id));
  await inTransaction(deps.database.pool, (client) =>
    keepCodes(client, shop.id, codes, adoption.createdAt),
  );
  const { hasNextPage, endCursor } = page.pageInfo;
  const read = adoption.codes + codes.length;
  const position = { id, after: hasNextPage ? endCursor : null };
  return (await note(reading, { codes: read, done: read, position })) ? "again" : "over";
}

const LAST = { hasNextPage: false, endCursor: null };

const SAME =
  "SELECT id FROM discount WHERE shop_id = $1 AND id = $2::bigint AND $3::timestamptz IS NOT NULL";

const NEXT = `
  SELECT id FROM discount
  WHERE shop_id = $1 AND id > $2::bigint AND method = 'code' AND codes > 0 AND deleted_at IS NULL
    AND (read_at >= $3 OR campaign_id IS NOT NULL)
  ORDER BY id LIMIT 1`;
