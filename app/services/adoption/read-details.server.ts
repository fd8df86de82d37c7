import { readDiscount } from "#app/infra/admin-api/documents/discounts.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import { readTerms } from "../sync/read-terms.server.ts";
import { begin, note, positionOf, type Next, type Reading } from "./reading-step.server.ts";

/** Reads which products and collections one discount is on, which cannot be asked for many at once. */
export async function readDetails(reading: Reading): Promise<Next> {
  const { adoption, api, deps, shop } = reading;
  const at = positionOf(adoption, { id: "0" });
  const values = [shop.id, at.id, adoption.createdAt];
  const { rows } = await deps.database.pool.query<{ id: string }>(NEXT, values);
  const id = rows[0]?.id;
  if (id === undefined) return begin(reading, "comparing");
  const { codeDiscountNode: node } = await api.run(readDiscount, {
    id: gidOf("DiscountCodeNode", id),
  });
  const terms = node && readTerms(node.codeDiscount, shop.currency);
  if (terms) {
    await deps.database.prisma.discount.updateMany({
      where: { shopId: shop.id, id: BigInt(id), campaignId: null },
      data: { terms: terms },
    });
  }
  const goesOn = await note(reading, { done: adoption.done + 1, position: { id } });
  return goesOn ? "again" : "over";
}

const NEXT = `
  SELECT id FROM discount
  WHERE shop_id = $1 AND id > $2::bigint AND read_at >= $3 AND campaign_id IS NULL
    AND 'unknown' IN (terms #>> '{items,kind}', terms #>> '{value,buys,items,kind}')
  ORDER BY id LIMIT 1`;
