import type pg from "pg";

import { flagSignals } from "#app/domain/signal/flag-signals.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { EXACT_BITS } from "#app/domain/signal/signals/overshoot.ts";
import {
  LIMIT_KINDS,
  weighAftermath,
  type FoundSignal,
  type Verdict,
} from "#app/domain/signal/weigh-signals.ts";
import { listedForOrders } from "../directory/listed-for-orders.server.ts";
import { exactFlags, exactOf, type JudgedUse } from "../flag/find-scored-flags.server.ts";
import { judgedUses } from "../flag/judged-uses.server.ts";
import { aftermathOf, cameOfUse, NOTHING_CAME } from "../identity/aftermath.server.ts";
import { limitedUses, pairUses } from "../identity/limited-uses.server.ts";
import { judgedOrder, type StoredFacts, type StoredUse } from "../identity/stored-order.server.ts";
import { STANDS } from "../redemption/placed-use-sql.ts";

/**
 * What there is against an order's use of a code: the `score` that signals gave this use, as shipped, and what they say it
 * is. Null: nothing that stands alone. `also`: all signals that speak for it. `isExact`: the exact rule flagged it.
 * `campaignId`: null where no limit counts it.
 */
export type FoundUse = {
  codeKey: string;
  campaignId: string | null;
  score: number | null;
  kind: SignalKind | null;
  also: SignalKind[];
  isExact: boolean;
};

/**
 * What signals and the exact rule found of each use of these orders that could be flagged, by the order's id; orders of
 * which nothing was found are left out. Each use has its own score, not the order's, which is the highest. As live, what
 * is true of a whole order is said with its first use, and a use that does not stand is beyond no limit.
 */
export async function foundUses(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, FoundUse[]>> {
  const exact = await exactFlags(client, shopId, orderIds);
  const { rows } = await client.query<Row>(ORDERS, [shopId, orderIds, [...exact.keys()]]);
  const idsOf = (some: readonly Row[]) => some.map(({ id }) => id);
  const uses = await limitedUses(client, shopId, idsOf(rows));
  const came = await aftermathOf(client, shopId, idsOf(rows));
  const aboutLists = rows.filter((row) => hasSeveral(row) || LISTED.has(row.kind ?? ""));
  const listed = await listedForOrders(client, shopId, idsOf(aboutLists));
  const redeemed = await client.query<Redeemed>(USES, [shopId, idsOf(rows)]);
  const redeemedOf = Map.groupBy(redeemed.rows, ({ orderId }) => orderId);
  const found = rows.map((row): [string, FoundUse[]] => {
    const { id, scope, facts } = row;
    const further = (row.further ?? []).map((use) => ({ campaign: use.scope }));
    const paired = pairUses({ campaign: scope, further }, uses.get(id) ?? []);
    const ofUse = [paired.use, ...paired.furtherUses].map((use) =>
      cameOfUse(exactOf(exact, id, use, paired), came.get(id) ?? NOTHING_CAME),
    );
    const verdicts = verdictsOf(row, ofUse);
    const known = { exact, listed: listed.get(id) };
    const judged = judgedUses(judgedOrder(id, facts ?? NO_FACTS), paired, verdicts, known);
    return [id, judged.flatMap((use) => foundUse(use, redeemedOf.get(id) ?? []) ?? [])];
  });
  return new Map(found.filter(([, each]) => each.length > 0));
}

/** Kinds that are about the code of a list of people. */
const LISTED: ReadonlySet<string> = new Set(["self_referral", "employee_use"]);

const NO_FACTS: StoredFacts = { codes: [], totalMinor: 0, couponSite: null, isTest: false };

type Row = {
  id: string;
  at: number;
  score: number | null;
  kind: SignalKind | null;
  facts: StoredFacts | null;
  signals: FoundSignal[] | null;
  scope: string | null;
  further: StoredUse[] | null;
};

/** The order's own score is that of its only use; of several, each is weighed from what signals found of it. */
function verdictsOf(row: Row, ofUse: readonly ReturnType<typeof cameOfUse>[]): Verdict[] {
  const weighed = weighedUses(row, ofUse);
  if (hasSeveral(row) && row.facts) return weighed;
  const { kind, score } = row;
  if (kind === null || score === null) return [null];
  return [{ kind, score, signals: weighed[0]?.signals ?? [] }];
}

function weighedUses(row: Row, ofUse: readonly ReturnType<typeof cameOfUse>[]): Verdict[] {
  const { id, at, facts, signals, further } = row;
  if (!facts) return [];
  const about = { order: judgedOrder(id, facts), encoded: { at } };
  const uses = [{ signals: signals ?? [], exactBits: facts.exactBits }, ...(further ?? [])];
  return ofUse.map((came, place) => {
    if (facts.isTest) return null;
    const { signals: found = [], exactBits = EXACT_BITS } = uses[place] ?? {};
    return weighAftermath(found, { ...about, ...came, exactBits });
  });
}

function hasSeveral({ further, signals }: Row): boolean {
  return signals !== null && further !== null && further.length > 0;
}

type Redeemed = { orderId: string; codeKey: string; campaignId: string; stands: boolean };

/** As a flag of it would be; null when there would be none. `redeemed`: the order's uses. */
function foundUse(
  { codeKey, use, isFurther, exact, listed, verdict }: JudgedUse,
  redeemed: readonly Redeemed[],
): FoundUse | null {
  const { kind = null, score = null } = verdict ?? {};
  const also = flagSignals(verdict?.signals ?? []).map(({ name }) => name);
  if (exact) {
    const own = redeemed.find((each) => each.codeKey === exact.codeKey);
    const code = { codeKey: exact.codeKey, campaignId: own?.campaignId ?? null };
    return { ...code, score, kind, also, isExact: true };
  }
  if (kind === null || (isFurther && !LIMIT_KINDS.has(kind))) return null;
  const isSame = (each: Redeemed) => use === null || each.codeKey === use.codeKey;
  if (LIMIT_KINDS.has(kind) && !redeemed.some((each) => each.stands && isSame(each))) return null;
  const list = kind === "self_referral" ? listed?.owners : listed?.staff;
  const code = (LISTED.has(kind) ? list : null) ?? use ?? { codeKey, campaignId: null };
  return { codeKey: code.codeKey, campaignId: code.campaignId, score, kind, also, isExact: false };
}

const ORDERS = `
  SELECT n.id::text, (extract(epoch FROM i.placed_at) * 1000)::float8 AS at, i.score, i.kind, i.facts, i.signals,
    i.scope, i.further
  FROM unnest($2::bigint[]) AS n (id) LEFT JOIN identity_order i ON i.shop_id = $1 AND i.order_id = n.id
  WHERE i.score IS NOT NULL OR n.id = ANY ($3::bigint[])`;

const USES = `
  SELECT o.id::text AS "orderId", l.code_key AS "codeKey", l.campaign_id AS "campaignId", ${STANDS} AS stands
  FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  WHERE l.shop_id = $1 AND l.order_id = ANY ($2::bigint[]) AND l.campaign_id IS NOT NULL
  GROUP BY o.shop_id, o.id, l.code_key, l.campaign_id HAVING sum(l.redemptions) > 0
  ORDER BY o.id, l.code_key`;
