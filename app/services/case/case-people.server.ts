import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { NOTHING_CHOSEN } from "#app/domain/campaign/chosen.ts";
import { letterOf } from "#app/domain/case/graph.ts";
import { maskName } from "#app/domain/case/mask.ts";
import type { CaseOrder, CasePerson } from "#app/domain/case/summary.ts";
import type { OrderFacts } from "#app/domain/redemption/order-facts.ts";
import { refundAmounts } from "#app/domain/redemption/refunds.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { nameChosen } from "../chosen/name-chosen.server.ts";
import { recordAccess } from "../compliance/record-access.server.ts";
import { MEMBERS } from "./linked-people.server.ts";

/** So many are named: more would be no picture any more, and names are asked for no further than they are looked at. */
const NAMED = 12;
/** More would be no list any more. */
const SHOWN = 200;

export type CasePeople = { people: CasePerson[]; morePeople: number; isNamed: boolean };

/**
 * The accounts of a case, the first with their names, shortened, asked of Shopify; that these were shown is written down.
 * Flagged ones and those with most orders come first.
 */
export async function readCasePeople(
  deps: Deps,
  actor: Actor,
  caseId: string,
  roots: readonly string[],
  flagged: readonly string[],
): Promise<CasePeople> {
  type Row = { id: string; customerId: string | null; orders: number; isFlagged: boolean };
  const { rows } = await deps.database.pool.query<Row>(PEOPLE, [actor.shopId, roots, flagged]);
  const shown = rows.slice(0, SHOWN);
  const customer = shown.slice(0, NAMED).flatMap(({ customerId }) => customerId ?? []);
  const answer = await nameChosen(deps, actor, { ...NOTHING_CHOSEN, customer });
  const named = answer.ok ? answer.value.named : [];
  await recordAccess(deps, actor, "case.viewed", named.length, caseId);
  const nameOf = (id: string | null) => {
    const name = named.find((each) => each.id === id)?.name;
    return name === undefined ? null : maskName(name);
  };
  return {
    people: shown.map((row, at) => ({ ...row, label: letterOf(at), who: nameOf(row.customerId) })),
    morePeople: rows.length - shown.length,
    isNamed: answer.ok && answer.value.isComplete,
  };
}

const PEOPLE = `
  WITH ${MEMBERS}
  SELECT m.root::text AS id, (array_agg(o.customer_id::text ORDER BY o.placed_at DESC) FILTER (WHERE o.customer_id IS NOT NULL))[1] AS "customerId",
    count(o.id)::int AS orders, m.root = ANY ($3::bigint[]) AS "isFlagged"
  FROM member m LEFT JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  GROUP BY m.root ORDER BY 4 DESC, 3 DESC, m.root`;

const ORDERS_SHOWN = 60;

/** The newest orders of these people, and all that are flagged. */
export async function readCaseOrders(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  roots: readonly string[],
  caseId: string,
  people: readonly CasePerson[],
): Promise<CaseOrder[]> {
  type Row = Omit<CaseOrder, "person" | "refund" | "chargebackAt"> &
    Pick<OrderFacts, "refunds" | "presentment" | "disputes"> & { root: string | null };
  const { rows } = await db.query<Row>(ORDERS, [shopId, roots, caseId, ORDERS_SHOWN]);
  const labels = new Map(people.map(({ id, label }) => [id, label]));
  return rows.map(({ root, refunds, presentment, disputes, ...row }) => ({
    ...row,
    person: labels.get(root ?? "") ?? "",
    refund: refundOf({ ...row, refunds, presentment }),
    chargebackAt: chargebackOf(disputes),
  }));
}

function refundOf(
  order: Pick<OrderFacts, "refunds" | "presentment" | "currency" | "totalMinor">,
): CaseOrder["refund"] {
  const paid = order.refunds.filter(({ amountMinor }) => amountMinor > 0);
  const latest = paid
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (latest === undefined) return null;
  const minor = paid.reduce((sum, refund) => sum + refundAmounts(refund, order).shopMinor, 0);
  return { minor, at: latest };
}

function chargebackOf(disputes: OrderFacts["disputes"]): string | null {
  const called = disputes.filter(({ type, status }) => type === "chargeback" && status !== "won");
  return called.map(({ at }) => at).sort()[0] ?? null;
}

const ORDERS = `
  WITH ${MEMBERS}, flagged AS (
    SELECT DISTINCT order_id FROM flag WHERE shop_id = $1 AND case_id = $3::uuid AND state <> 'withdrawn'
  ), ids AS (
    SELECT order_id AS id FROM flagged
    UNION (SELECT o.id FROM member m JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
           ORDER BY o.placed_at DESC LIMIT $4)
  )
  SELECT o.id::text, o.name, ${instantSql("o.placed_at")} AS "placedAt",
    COALESCE(p.root_id, p.id)::text AS root, ARRAY(SELECT e ->> 'code' FROM jsonb_array_elements(o.codes) e) AS codes,
    o.total_minor::float8 AS "totalMinor", o.discount_minor::float8 AS "discountMinor", o.currency, o.refunds, o.disputes,
    jsonb_build_object('currency', o.presentment_currency, 'totalMinor', o.presentment_total_minor) AS presentment,
    o.id IN (SELECT order_id FROM flagged) AS "isFlagged", ${instantSql("o.cancelled_at")} AS "cancelledAt",
    EXISTS (SELECT FROM freed_use u WHERE u.shop_id = $1 AND u.order_id = o.id) AS "isFreed"
  FROM ids JOIN shop_order o ON o.shop_id = $1 AND o.id = ids.id
  LEFT JOIN person p ON p.shop_id = $1 AND p.id = o.person_id
  ORDER BY o.placed_at DESC, o.id DESC`;
