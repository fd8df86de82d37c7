import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { NOTHING_CHOSEN } from "#app/domain/campaign/chosen.ts";
import type { ExceptionKind, ExceptionSummary } from "#app/domain/guard/exception.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { showChosen } from "../chosen/name-chosen.server.ts";
import { PAGE_SIZE, pageOf, readCursor, type Cursor } from "../page.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";

export type Exceptions = {
  page: Page<ExceptionSummary>;
  scopes: { value: string; label: string }[];
};

/**
 * Who is disqualified, asked to sign in or allowed now, the latest first and a page at a time, and what somebody can be
 * disqualified from.
 */
export async function listExceptions(
  deps: Deps,
  actor: Actor,
  cursorText: string | null,
): Promise<Outcome<Exceptions>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const { pool } = deps.database;
  const total = await pool.query<{ total: number }>(COUNT, [shopId, today]);
  const rowsAt = async (from: Cursor | null) => {
    const place = from ? [from.value, from.id] : [];
    return (await pool.query<Row>(listSql(from), [shopId, today, ...place])).rows;
  };
  const asked = readCursor(cursorText);
  const there = await rowsAt(asked);
  // Whoever lifts the last one of the last page goes on with the first.
  const cursor = there.length > 0 ? asked : null;
  const rows = there.length > 0 || asked === null ? there : await rowsAt(null);
  const customer = [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  const named = await showChosen(deps, actor, { ...NOTHING_CHOSEN, customer });
  const nameOf = (id: string | null) =>
    named.ok ? (named.value.named.find((each) => each.id === id)?.name ?? null) : null;
  const { prisma } = deps.database;
  const campaigns = await prisma.campaign.findMany({
    where: { shopId, wanted: { not: "ended" } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const groups = await prisma.campaignGroup.findMany({
    where: { shopId },
    orderBy: { name: "asc" },
  });
  return done({
    page: pageOf(
      rows,
      cursor,
      total.rows[0]?.total ?? 0,
      ({ orderId, orderName, sortValue: _value, sortId: _id, ...row }) => ({
        ...row,
        who: nameOf(row.customerId) ?? (row.customerId ? `Customer ${row.customerId}` : null),
        order: orderId && orderName ? { id: orderId, name: orderName } : null,
      }),
    ),
    scopes: [
      { value: "everything", label: "Everything" },
      ...groups.map(({ number, name }) => ({ value: `group:${number}`, label: `Group ${name}` })),
      ...campaigns.map(({ id, name }) => ({ value: `campaign:${id}`, label: name })),
    ],
  });
}

type Row = Omit<ExceptionSummary, "who" | "order"> & {
  kind: ExceptionKind;
  orderId: string | null;
  orderName: string | null;
  sortValue: string;
  sortId: string;
};

const LISTED = `
  WITH listed AS (
    SELECT CASE step WHEN 'sign_in' THEN 'sign_in' ELSE 'disqualified' END AS kind, shop_id, id, person_id, customer_id, campaign_id, group_number, until, reason,
      created_by, created_at, lifted_at FROM disqualification
    UNION ALL
    SELECT 'allowed', shop_id, id, person_id, customer_id, campaign_id, group_number, until, reason, created_by,
      created_at, lifted_at FROM allowance
  )`;

const IN_FORCE = `l.shop_id = $1 AND l.lifted_at IS NULL AND (l.until IS NULL OR l.until >= $2::date)`;

const COUNT = `${LISTED} SELECT count(*)::int AS total FROM listed l WHERE ${IN_FORCE}`;

/** As text that sorts as the moments do. */
const AT = instantSql("l.created_at");

function listSql(cursor: Cursor | null): string {
  const direction = cursor?.backwards ? "ASC" : "DESC";
  const after = cursor ? `AND (${AT}, l.id::text) ${cursor.backwards ? ">" : "<"} ($3, $4)` : "";
  return `${LISTED}
  SELECT l.kind, l.id, l.customer_id::text AS "customerId", o.id AS "orderId", o.name AS "orderName",
    CASE WHEN l.group_number IS NOT NULL THEN 'Group ' || COALESCE(g.name, l.group_number::text)
         WHEN l.campaign_id IS NOT NULL THEN COALESCE(c.name, 'A deleted campaign')
         ELSE 'Everything' END AS scope,
    to_char(l.until, 'YYYY-MM-DD') AS until, l.reason, l.created_by AS by,
    ${AT} AS at, ${AT} AS "sortValue", l.id::text AS "sortId"
  FROM listed l
  LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
  LEFT JOIN campaign_group g ON g.shop_id = l.shop_id AND g.number = l.group_number
  LEFT JOIN LATERAL (
    SELECT o.id::text AS id, o.name FROM shop_order o
    WHERE o.shop_id = l.shop_id AND o.person_id IN (
      SELECT same.id FROM person p JOIN person same ON same.shop_id = p.shop_id
        AND COALESCE(same.root_id, same.id) = COALESCE(p.root_id, p.id)
      WHERE p.shop_id = l.shop_id AND p.id = l.person_id)
    ORDER BY o.placed_at DESC LIMIT 1
  ) o ON true
  WHERE ${IN_FORCE} ${after}
  ORDER BY ${AT} ${direction}, l.id::text ${direction} LIMIT ${PAGE_SIZE + 1}`;
}
