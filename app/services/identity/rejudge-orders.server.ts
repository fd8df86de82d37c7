import type pg from "pg";

import { EXACT_BITS } from "#app/domain/signal/signals/overshoot.ts";
import { highestOf, weighAftermath, type FoundSignal } from "#app/domain/signal/weigh-signals.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { exactFlags, exactOf, findScoredFlags } from "../flag/find-scored-flags.server.ts";
import { judgedUses } from "../flag/judged-uses.server.ts";
import { listedForOrders } from "../directory/listed-for-orders.server.ts";
import { aftermathOf, cameOfUse, NOTHING_CAME } from "./aftermath.server.ts";
import { dropUntold } from "./drop-untold.server.ts";
import { limitedUses, pairUses } from "./limited-uses.server.ts";
import { linkRings } from "./link-people.server.ts";
import { lockIndex } from "./open-index.server.ts";
import { judgedOrder, type StoredFacts, type StoredUse } from "./stored-order.server.ts";

/** In one transaction. */
const MOST = 500;

/**
 * Weighs anew the orders of which something came after they were scored: a refund, a chargeback, the leak alarm of a code,
 * people who are found to be one and were over a limit, a word of staff that was taken back. What signals found of the
 * order's own time stands as it was, so it comes to what it would have come to had all been known then. Some at a time,
 * each in a transaction with its flags. @returns the people whose flags are not what they were.
 */
export async function rejudgeOrders(deps: Deps, shopId: number): Promise<string[]> {
  const people: string[] = [];
  for (;;) {
    const some = await inTransaction(deps.database.pool, async (client) => {
      await lockIndex(client, shopId);
      await dropUntold(client, shopId);
      return rejudgeSome(client, shopId, { now: deps.now(), newId: deps.newId });
    });
    people.push(...some.people);
    if (!some.hasMore) return people;
  }
}

async function rejudgeSome(
  client: pg.PoolClient,
  shopId: number,
  context: { now: Date; newId: () => string },
): Promise<{ people: string[]; hasMore: boolean }> {
  const { rows: due } = await client.query<{ id: string }>(TAKE, [shopId, MOST]);
  if (due.length === 0) return { people: [], hasMore: false };
  const hasMore = due.length === MOST;
  const { rows } = await client.query<Row>(SCORED, [shopId, due.map(({ id }) => id)]);
  if (rows.length === 0) return { people: [], hasMore };
  const ids = rows.map(({ id }) => id);
  const [afterwards, uses] = [
    await aftermathOf(client, shopId, ids),
    await limitedUses(client, shopId, ids),
  ];
  const listed = await listedForOrders(client, shopId, ids);
  const exact = await exactFlags(client, shopId, ids);
  const weighed = rows.map(({ id, at, facts, signals, scope, further }) => {
    const known = afterwards.get(id) ?? NOTHING_CAME;
    const order = judgedOrder(id, facts);
    const encoded = (further ?? []).map((use) => ({ campaign: use.scope }));
    const paired = pairUses({ campaign: scope, further: encoded }, uses.get(id) ?? []);
    const found = [{ signals: signals ?? [], exactBits: facts.exactBits }, ...(further ?? [])];
    const verdicts = [paired.use, ...paired.furtherUses].map((use, place) => {
      if (order.isTest) return null;
      const came = cameOfUse(exactOf(exact, id, use, paired), known);
      const { signals: lasting = [], exactBits = EXACT_BITS } = found[place] ?? {};
      return weighAftermath(lasting, { ...came, order, encoded: { at }, exactBits });
    });
    return { order, verdicts, paired };
  });
  const scores = weighed.map(({ order, verdicts }) => {
    const highest = highestOf(verdicts);
    return { id: order.id, score: highest?.score ?? null, kind: highest?.kind ?? null };
  });
  await client.query(SCORES, [shopId, JSON.stringify(scores)]);
  const judged = weighed.flatMap(({ order, verdicts, paired }) =>
    judgedUses(order, paired, verdicts, { exact, listed: listed.get(order.id) }),
  );
  const flagged = await findScoredFlags(client, shopId, judged, context);
  const ringed = await linkRings(client, shopId, judged, context.now);
  return { people: [...flagged, ...ringed], hasMore };
}

type Row = {
  id: string;
  at: number;
  facts: StoredFacts;
  signals: FoundSignal[] | null;
  scope: string | null;
  further: StoredUse[] | null;
};

/** Those that wait to be scored need no more: all is known when their turn comes. */
const TAKE = `
  DELETE FROM score_due WHERE shop_id = $1 AND order_id IN (
    SELECT order_id FROM score_due WHERE shop_id = $1 ORDER BY order_id LIMIT $2)
  RETURNING order_id::text AS id`;

/** What was scored before its signals were kept is left as it is, until it is scored anew. */
const SCORED = `
  SELECT order_id::text AS id, (extract(epoch FROM placed_at) * 1000)::float8 AS at, facts, signals, scope, further
  FROM identity_order
  WHERE shop_id = $1 AND order_id = ANY ($2::bigint[]) AND sequence IS NOT NULL AND facts IS NOT NULL
    AND (signals IS NOT NULL OR score IS NULL)
  ORDER BY order_id`;

const SCORES = `
  UPDATE identity_order o SET score = n.score, kind = n.kind, signals = COALESCE(o.signals, '[]')
  FROM json_to_recordset($2::json) AS n (id bigint, score float8, kind text)
  WHERE o.shop_id = $1 AND o.order_id = n.id`;
