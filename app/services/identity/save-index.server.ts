import type pg from "pg";

import type { ChangedValue } from "#app/domain/identity/index/held-values.ts";
import type { PartialIndex } from "#app/domain/identity/index/partial-index.ts";
import { NEWEST_MOST } from "#app/domain/identity/index/value-row.ts";
import { highestOf, lastingSignals } from "#app/domain/signal/weigh-signals.ts";
import type { OpenIndex } from "./open-index.server.ts";
import type { ScoredCase } from "./score-cases.server.ts";
import { bytesOf, KEYS_BYTES, storedBits, storedUse, WORDS_BYTES } from "./stored-order.server.ts";

/**
 * Writes what a batch changed of an index, but for values that were there before (`saveRecounted`), in the batch's
 * transaction. @returns the index as it then is.
 */
export async function saveIndex(
  client: pg.PoolClient,
  shopId: number,
  { index, sequence }: OpenIndex,
  { scored, now }: { scored: readonly ScoredCase[]; now: Date },
): Promise<OpenIndex> {
  // All of it before anything is waited for: the index may change meanwhile.
  const { opened, scopes, placed, merged } = index.takeChanges();
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
  await client.query(OPENED, [shopId, ...valueColumns(opened)]);
  await client.query(SCOPES, [shopId, JSON.stringify(counts)]);
  const newest = Math.max(...scored.map(({ encoded }) => encoded.at));
  const saved = await client.query<{ version: string; sequence: string }>(INDEX, [
    ...[shopId, clusterCount, all.heat, all.heatAt],
    ...[scored.length, newest, now],
  ]);
  return { index, ...saved.rows[0]! };
}

/**
 * Writes what was changed since of values that were there before, however many batches changed them: at a transaction's end,
 * and most of it while its last batch is scored.
 * @throws when one of them is there no more; the index in memory is of no use then.
 */
export async function saveRecounted(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
): Promise<void> {
  const recounted = index.takeRecounted();
  if (recounted.length === 0) return;
  await client.query(BY_KEY);
  for (let at = 0; at < recounted.length; at += RECOUNTED_AT_ONCE) {
    const some = recounted.slice(at, at + RECOUNTED_AT_ONCE);
    const { rowCount } = await client.query(RECOUNTED, [
      ...[shopId, ...valueColumns(some), NEWEST_MOST],
    ]);
    if (rowCount !== some.length)
      throw new Error(`Of ${some.length} values of the index ${rowCount ?? 0} are stored.`);
  }
  await client.query(AS_USUAL);
}

/** What goes to the database at once. */
const RECOUNTED_AT_ONCE = 10_000;

/** A list as text with a space between costs far less than a list. */
function valueColumns(values: readonly ChangedValue[]): string[] {
  return [
    values.map(({ key }) => key).join(" "),
    values.map(({ clusters }) => clusters).join(" "),
    values.map(({ heat }) => heat).join(" "),
    values.map(({ heatAt }) => heatAt).join(" "),
    values.map(({ posted }) => posted.join(" ")).join(","),
  ];
}

function orderRow(
  { order, encoded, signals, verdict, exactBits, further }: ScoredCase,
  cluster: string | undefined,
) {
  const { id, ...facts } = order;
  const highest = highestOf([verdict, ...further.map((use) => use.verdict)]);
  const { score, kind } = highest ?? { score: null, kind: null };
  const lasting = lastingSignals(signals);
  const found = lasting.length > 0 || highest ? { signals: lasting } : {};
  const uses = encoded.further.map((use, at) =>
    storedUse(use, lastingSignals(further[at]!.signals), further[at]!.exactBits),
  );
  const others = uses.length > 0 ? { further: uses } : {};
  const stored = { ...facts, ...storedBits(exactBits) };
  return { id, cluster, facts: stored, scope: encoded.campaign, score, kind, ...found, ...others };
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

const VALUES = `unnest(string_to_array($2, ' ')::bigint[], string_to_array($3, ' ')::int[], string_to_array($4, ' ')::float8[],
    string_to_array($5, ' ')::float8[], string_to_array($6, ',')) AS n (key, clusters, heat, heat_at, posted)`;

const POSTED = "COALESCE(string_to_array(n.posted, ' ')::bigint[], '{}')";

const OPENED = `
  INSERT INTO identity_value (shop_id, key, clusters, heat, heat_at, newest)
  SELECT $1, n.key, n.clusters, n.heat, to_timestamp(n.heat_at / 1000), ${POSTED} FROM ${VALUES}`;

const RECOUNTED = `
  UPDATE identity_value v SET clusters = n.clusters, heat = n.heat, heat_at = to_timestamp(n.heat_at / 1000),
    newest = (${POSTED} || v.newest)[1:$7]
  FROM ${VALUES}
  WHERE v.shop_id = $1 AND v.key = n.key`;

/**
 * Each is looked up by its key. While a past is taken in PostgreSQL has no statistics of values that no transaction has
 * committed, and would read all of them for a few.
 */
const BY_KEY = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";
const AS_USUAL = "SET LOCAL enable_hashjoin TO DEFAULT; SET LOCAL enable_mergejoin TO DEFAULT";

const SCOPES = `
  INSERT INTO identity_scope (shop_id, scope, uses, rings)
  SELECT $1, n.scope, n.uses, n.rings FROM json_to_recordset($2::json) AS n (scope text, uses int, rings int)
  ON CONFLICT (shop_id, scope) DO UPDATE SET uses = excluded.uses, rings = excluded.rings`;

const INDEX = `
  UPDATE identity_index SET clusters = $2, heat = $3, heat_at = to_timestamp($4::float8 / 1000),
    sequence = sequence + $5, version = version + 1, scored_at = $7,
    placed_at = GREATEST(placed_at, to_timestamp($6::float8 / 1000))
  WHERE shop_id = $1 RETURNING version::text, sequence::text`;
