import type pg from "pg";

import { partition, type Edge } from "#app/domain/identity/cluster/partition.ts";
import { allKeys, KEY, type EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import type { PartialIndex } from "#app/domain/identity/index/partial-index.ts";
import { pairBits } from "#app/domain/identity/link/link-clusters.ts";
import { sharesFor } from "#app/domain/identity/link/shares.ts";
import { WEIGHTS } from "#app/domain/identity/weights.ts";
import type { DecidedPeople } from "./decided-people.server.ts";
import { SHOWN } from "../flag/find-scored-flags.server.ts";
import { loadMissing } from "./load-missing.server.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";
import { stripEvidence } from "./strip-evidence.server.ts";

/** Newest orders of a cluster that are compared with each other; older ones stay where they are. */
const MEMBERS = 300;

/**
 * Cuts clusters anew in which there are people somebody has put apart, along their weakest links, in the caller's
 * transaction, and withdraws open flags that rested on what is now another's. The index that was open is not the shop's
 * any more then. @returns the people whose flags are not what they were; null when nothing had to be cut.
 */
export async function splitClusters(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  { mixed, people: { apart } }: DecidedPeople,
): Promise<string[] | null> {
  if (mixed.length === 0) return null;
  const people: string[] = [];
  for (const cluster of mixed) {
    const { rows } = await client.query<StoredOrder>(MEMBERS_OF, [shopId, cluster, MEMBERS]);
    const members = rows.map(encodedOf).reverse();
    const parts = await partsOf(client, shopId, index, members, apart);
    const moved = [...parts].map(([id, part]) => ({ id, part }));
    await client.query(MOVE, [shopId, JSON.stringify(moved)]);
    const gained = valuesGained(members, parts);
    await client.query(COUNT_VALUES, [shopId, [...gained.keys()], [...gained.values()]]);
    await client.query(COUNT_CLUSTERS, [shopId, new Set(parts.values()).size - 1]);
    const { rows: withdrawn } = await client.query<{ id: string; personId: string | null }>(
      WITHDRAW,
      [shopId, members.map(({ id }) => id), SHOWN - 1],
    );
    await stripEvidence(
      client,
      shopId,
      withdrawn.map(({ id }) => id),
    );
    people.push(...withdrawn.flatMap(({ personId }) => personId ?? []));
  }
  return people;
}

/** Of each member the oldest order of its part. */
async function partsOf(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  members: readonly EncodedOrder[],
  apart: DecidedPeople["people"]["apart"],
): Promise<Map<string, string>> {
  for (const member of members)
    index.canAdd(member, { cluster: member.id, absorbed: [], isRing: false });
  const missing = index.takeMissing();
  if (missing) await loadMissing(client, shopId, index, missing);
  const { same, hiding, household } = WEIGHTS;
  const prior = { people: index.clusterCount, same, hiding, household };
  const edges = members.flatMap((order, at): Edge[] => {
    const share = sharesFor(index, order);
    return members.slice(0, at).map((other) => ({
      ...{ a: other.id, b: order.id },
      bits: pairBits(order, other, prior, share),
    }));
  });
  const nodes = members.map(({ id, keys }) => ({ orderId: id, account: String(keys[KEY.email]) }));
  const pairs = apart.map(([one, other]) => [String(one), String(other)] as const);
  return partition(nodes, edges, pairs);
}

/** How many clusters more have each value than before. */
function valuesGained(
  members: readonly EncodedOrder[],
  parts: ReadonlyMap<string, string>,
): Map<number, number> {
  const having = new Map<number, Set<string>>();
  for (const member of members)
    for (const key of allKeys(member))
      having.set(key, (having.get(key) ?? new Set()).add(parts.get(member.id)!));
  return new Map([...having].map(([key, { size }]) => [key, size - 1]));
}

const MEMBERS_OF = `
  SELECT ${STORED} FROM identity_order o
  WHERE o.shop_id = $1 AND o.cluster_id = $2 AND o.sequence IS NOT NULL
  ORDER BY o.placed_at DESC, o.order_id DESC LIMIT $3`;

const MOVE = `
  UPDATE identity_order o SET cluster_id = n.part
  FROM json_to_recordset($2::json) AS n (id bigint, part bigint)
  WHERE o.shop_id = $1 AND o.order_id = n.id`;

const COUNT_VALUES = `
  UPDATE identity_value v SET clusters = v.clusters + n.gained
  FROM unnest($2::bigint[], $3::int[]) AS n (key, gained)
  WHERE v.shop_id = $1 AND v.key = n.key AND n.gained > 0`;

const COUNT_CLUSTERS =
  "UPDATE identity_index SET clusters = clusters + $2, version = version + 1 WHERE shop_id = $1";

/** A flag's own use is the last it shows; an earlier one may be of the same order. $3: how many others it shows at most. */
const WITHDRAW = `
  UPDATE flag f SET state = 'withdrawn'
  FROM identity_order own
  WHERE f.shop_id = $1 AND f.order_id = ANY ($2::bigint[]) AND f.kind = 'over_limit' AND f.state = 'open'
    AND own.shop_id = f.shop_id AND own.order_id = f.order_id
    AND f.evidence ->> 'limit' IS NOT NULL AND LEAST((f.evidence ->> 'limit')::int, $3::int) > (
      SELECT count(*) FROM jsonb_array_elements(f.evidence -> 'orders') WITH ORDINALITY AS u (e, place)
      JOIN identity_order o ON o.shop_id = f.shop_id AND o.order_id = (e ->> 'orderId')::bigint
      WHERE place < jsonb_array_length(f.evidence -> 'orders') AND o.cluster_id = own.cluster_id)
  RETURNING f.id, f.person_id::text AS "personId"`;
