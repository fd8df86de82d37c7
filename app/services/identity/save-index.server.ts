import type pg from "pg";

import { NEWEST_MOST } from "#app/domain/identity/index/value-row.ts";
import { highestOf, lastingSignals } from "#app/domain/signal/weigh-signals.ts";
import type { OpenIndex } from "./open-index.server.ts";
import type { ScoredCase } from "./score-cases.server.ts";
import { bytesOf, KEYS_BYTES, storedUse, WORDS_BYTES } from "./stored-order.server.ts";

/**
 * Writes what a batch changed of an index, in the batch's transaction. @returns the index as it then is.
 */
export async function saveIndex(
  client: pg.PoolClient,
  shopId: number,
  { index, sequence }: OpenIndex,
  { scored, now }: { scored: readonly ScoredCase[]; now: Date },
): Promise<OpenIndex> {
  // All of it before anything is waited for: the index may change meanwhile.
  const { keys, scopes, placed, merged } = index.takeChanges();
  const rows = [...keys].map(([key, { posted }]) => ({ key, posted, ...index.countedOf(key) }));
  const counts = [...scopes].map((scope) => ({ scope, ...index.scopes.get(scope)! }));
  const { clusterCount, all } = index;
  const clusters = new Map(placed.map(({ order, cluster }) => [order.id, cluster]));
  const roots = merged.map(({ into }) => index.rootOf(into));
  await client.query(ORDERS, [
    ...[shopId, JSON.stringify(scored.map((each) => orderRow(each, clusters.get(each.order.id))))],
    ...[Buffer.concat(scored.map(({ encoded }) => bytesOf(encoded.words))), WORDS_BYTES],
    ...[Buffer.concat(scored.map(({ encoded }) => bytesOf(encoded.keys))), KEYS_BYTES],
    sequence,
  ]);
  if (merged.length > 0) await client.query(MERGE, [shopId, merged.map(({ from }) => from), roots]);
  await client.query(VALUES, [
    shopId,
    rows.map(({ key }) => key).join(" "),
    rows.map(({ clusters }) => clusters).join(" "),
    rows.map(({ heat }) => heat).join(" "),
    rows.map(({ heatAt }) => heatAt).join(" "),
    rows.map(({ posted }) => posted.slice(0, NEWEST_MOST).join(" ")).join(","),
    NEWEST_MOST,
  ]);
  await client.query(SCOPES, [shopId, JSON.stringify(counts)]);
  const newest = Math.max(...scored.map(({ encoded }) => encoded.at));
  const saved = await client.query<{ version: string; sequence: string }>(INDEX, [
    ...[shopId, clusterCount, all.heat, all.heatAt],
    ...[scored.length, newest, now],
  ]);
  return { index, ...saved.rows[0]! };
}

function orderRow(
  { order, encoded, signals, verdict, further }: ScoredCase,
  cluster: string | undefined,
) {
  const { id, ...facts } = order;
  const highest = highestOf([verdict, ...further.map((use) => use.verdict)]);
  const { score, kind } = highest ?? { score: null, kind: null };
  const lasting = lastingSignals(signals);
  const found = lasting.length > 0 || highest ? { signals: lasting } : {};
  const uses = encoded.further.map((use, at) =>
    storedUse(use, lastingSignals(further[at]!.signals)),
  );
  const others = uses.length > 0 ? { further: uses } : {};
  return { id, cluster, facts, scope: encoded.campaign, score, kind, ...found, ...others };
}

/** Encodings come as two runs of bytes and are cut: a list of byte strings costs far more. */
const ORDERS = `
  UPDATE identity_order o SET words = substring($3::bytea FROM (n.place - 1) * $4::int + 1 FOR $4::int),
    keys = substring($5::bytea FROM (n.place - 1) * $6::int + 1 FOR $6::int),
    scope = n.scope, facts = n.facts, score = n.score, kind = n.kind, signals = n.signals, further = n.further,
    sequence = $7::bigint + n.place, cluster_id = n.cluster, message_id = NULL
  FROM (
    SELECT id, cluster, scope, facts, score, kind, signals, further, place::int
    FROM ROWS FROM (json_to_recordset($2::json) AS (id bigint, cluster bigint, scope text, facts jsonb, score float8,
      kind text, signals jsonb, further jsonb)) WITH ORDINALITY
      AS e (id, cluster, scope, facts, score, kind, signals, further, place)
  ) n
  WHERE o.shop_id = $1 AND o.order_id = n.id`;

/** What a cluster is part of at the end of the batch, however many steps led there. */
const MERGE = `
  UPDATE identity_order o SET cluster_id = m."into"
  FROM unnest($2::bigint[], $3::bigint[]) AS m ("from", "into")
  WHERE o.shop_id = $1 AND o.cluster_id = m."from"`;

/** Values come as texts with a space between: a list costs far more. */
const VALUES = `
  INSERT INTO identity_value AS v (shop_id, key, clusters, heat, heat_at, newest)
  SELECT $1, n.key, n.clusters, n.heat, to_timestamp(n.heat_at / 1000),
    COALESCE(string_to_array(n.posted, ' ')::bigint[], '{}')
  FROM unnest(string_to_array($2, ' ')::bigint[], string_to_array($3, ' ')::int[], string_to_array($4, ' ')::float8[],
    string_to_array($5, ' ')::float8[], string_to_array($6, ',')) AS n (key, clusters, heat, heat_at, posted)
  ON CONFLICT (shop_id, key) DO UPDATE SET clusters = excluded.clusters, heat = excluded.heat,
    heat_at = excluded.heat_at, newest = (excluded.newest || v.newest)[1:$7]`;

const SCOPES = `
  INSERT INTO identity_scope (shop_id, scope, uses, rings)
  SELECT $1, n.scope, n.uses, n.rings FROM json_to_recordset($2::json) AS n (scope text, uses int, rings int)
  ON CONFLICT (shop_id, scope) DO UPDATE SET uses = excluded.uses, rings = excluded.rings`;

const INDEX = `
  UPDATE identity_index SET clusters = $2, heat = $3, heat_at = to_timestamp($4::float8 / 1000),
    sequence = sequence + $5, version = version + 1, scored_at = $7,
    placed_at = GREATEST(placed_at, to_timestamp($6::float8 / 1000))
  WHERE shop_id = $1 RETURNING version::text, sequence::text`;
