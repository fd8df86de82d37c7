import type pg from "pg";

import { comparedOrders, shareOf, type Share } from "#app/domain/identity/compared-orders.ts";
import type { Likeness } from "#app/domain/identity/link/odds.ts";
import { WEIGHTS } from "#app/domain/identity/weights.ts";
import type { JudgedUse } from "../flag/find-scored-flags.server.ts";
import type { ScoredCase } from "./score-cases.server.ts";

/**
 * Why two people are linked: what of these two orders was compared, and what it says, in bits. The values themselves are
 * read from the orders by whoever may see them.
 */
export type LinkReason = {
  field: Share["what"];
  bits: number;
  likeness?: Likeness;
  orderId: string;
  otherOrderId: string;
};

/** Links between people are as many as their orders show, and each by its strongest. */
type OrderLink = {
  orderId: string;
  otherOrderId: string;
  relation: "same_person" | "household";
  bits: number;
  reasons: LinkReason[];
};

/**
 * Writes who is linked to whom by these orders. A person's word on a link, and its reasons at that time, stay.
 * @returns the people whose links are not what they were.
 */
export async function linkPeople(
  client: pg.PoolClient,
  shopId: number,
  scored: readonly ScoredCase[],
  now: Date,
): Promise<string[]> {
  return writeLinks(client, shopId, scored.flatMap(linksOf), { now, onlyFlagged: false });
}

function linksOf({ encoded, placement, further }: ScoredCase): OrderLink[] {
  return [placement, ...further.map((use) => use.placement)].flatMap((each) =>
    linksFrom(encoded, each),
  );
}

function linksFrom(order: ScoredCase["encoded"], placement: ScoredCase["placement"]): OrderLink[] {
  const { links, relatives, group, cluster, absorbed } = placement;
  const compared = new Map(
    comparedOrders(order, placement).map(({ orderId, shares }) => [orderId, shares]),
  );
  const link = (
    otherOrderId: string,
    relation: OrderLink["relation"],
    bits: number,
    shares: readonly Share[] = compared.get(otherOrderId) ?? [],
  ): OrderLink => ({
    ...{ orderId: order.id, otherOrderId, relation, bits },
    reasons: reasonsOf(shares, { orderId: order.id, otherOrderId }),
  });
  const found = [
    ...links
      .filter(({ bits }) => bits > WEIGHTS.joins)
      .map((each) => link(each.orderId, "same_person", each.bits)),
    ...relatives.map((each) =>
      link(each.orderId, "household", each.householdBits, each.householdReasons.map(shareOf)),
    ),
  ];
  const [latest] = group?.uses ?? [];
  const joined = new Set(
    links.filter(({ bits }) => bits > WEIGHTS.joins).map((each) => each.cluster),
  );
  if (group && latest && group.cluster === cluster && group.bits > WEIGHTS.joinsGroup) {
    found.push(link(latest.id, "same_person", group.bits));
    joined.add(cluster);
  }
  // Rings that meet in the order. A cluster is called by an order of its own.
  for (const other of absorbed)
    if (!joined.has(other)) found.push(link(other, "same_person", WEIGHTS.ringsMeet));
  return found;
}

function reasonsOf(
  shares: readonly Share[],
  between: Pick<LinkReason, "orderId" | "otherOrderId">,
): LinkReason[] {
  return shares.map(({ what, ...share }) => ({ field: what, ...share, ...between }));
}

/**
 * Writes that orders which are flagged stand with the ring they may be the next of, also where they are not sure enough to
 * be joined with it: so what one ring did comes into one case. Of what is not flagged nothing is written.
 * @returns the people whose links are not what they were.
 */
export async function linkRings(
  client: pg.PoolClient,
  shopId: number,
  judged: readonly Pick<JudgedUse, "orderId" | "verdict">[],
  now: Date,
): Promise<string[]> {
  const links = judged.flatMap(({ orderId, verdict }) =>
    (verdict?.signals ?? []).flatMap(({ bits, evidence: { ring, orders } }): OrderLink[] => {
      if (ring === undefined) return [];
      const shares = orders.find((order) => order.orderId === ring)?.shares ?? [];
      const reasons = reasonsOf(shares, { orderId, otherOrderId: ring });
      return [{ orderId, otherOrderId: ring, relation: "same_person", bits, reasons }];
    }),
  );
  return writeLinks(client, shopId, links, { now, onlyFlagged: true });
}

async function writeLinks(
  client: pg.PoolClient,
  shopId: number,
  links: readonly OrderLink[],
  { now, onlyFlagged }: { now: Date; onlyFlagged: boolean },
): Promise<string[]> {
  if (links.length === 0) return [];
  const { rows } = await client.query<{ low: string; high: string }>(LINK, [
    ...[shopId, JSON.stringify(links), now, onlyFlagged],
  ]);
  return rows.flatMap(({ low, high }) => [low, high]);
}

/** $4: only those of orders that are flagged as beyond a limit. */
const LINK = `
  WITH found AS (
    SELECT n.relation, n.bits, n.reasons, COALESCE(p.root_id, p.id) AS one, COALESCE(q.root_id, q.id) AS other
    FROM json_to_recordset($2::json) AS n
      ("orderId" bigint, "otherOrderId" bigint, relation text, bits float8, reasons jsonb)
    JOIN shop_order o ON o.shop_id = $1 AND o.id = n."orderId"
    JOIN person p ON p.shop_id = $1 AND p.id = o.person_id
    JOIN shop_order r ON r.shop_id = $1 AND r.id = n."otherOrderId"
    JOIN person q ON q.shop_id = $1 AND q.id = r.person_id
    WHERE NOT $4::boolean OR EXISTS (
      SELECT FROM flag f WHERE f.shop_id = $1 AND f.order_id = o.id AND f.kind = 'over_limit' AND f.state <> 'withdrawn')
  ), best AS (
    SELECT DISTINCT ON (low_id, high_id) * FROM (
      SELECT LEAST(one, other) AS low_id, GREATEST(one, other) AS high_id, relation, bits, reasons
      FROM found WHERE one <> other) f
    ORDER BY low_id, high_id, bits DESC
  )
  INSERT INTO person_link AS l (shop_id, low_id, high_id, relation, bits, reasons, created_at)
  SELECT $1, low_id, high_id, relation, bits, reasons, $3 FROM best
  ON CONFLICT (shop_id, low_id, high_id) DO UPDATE
  SET relation = excluded.relation, bits = excluded.bits, reasons = excluded.reasons
  WHERE l.decided IS NULL AND excluded.bits > l.bits
  RETURNING low_id::text AS low, high_id::text AS high`;
