import type pg from "pg";

import type { Deps } from "#app/infra/deps.server.ts";
import { findScoredFlags } from "../flag/find-scored-flags.server.ts";
import { judgedUses } from "../flag/judged-uses.server.ts";
import type { ReadBatch } from "./complete-batch.server.ts";
import { keepHindsight } from "./keep-hindsight.server.ts";
import { linkPeople, linkRings } from "./link-people.server.ts";
import type { OpenIndex } from "./open-index.server.ts";
import { saveIndex } from "./save-index.server.ts";
import type { ScoredCase } from "./score-cases.server.ts";
import { watchLeaks } from "./watch-leaks.server.ts";

type ScoredBatch = {
  before: OpenIndex;
  scored: ScoredCase[];
  read: ReadBatch;
  people: Set<string>;
};

/** Writes what came of a batch, and adds whom it concerns to `people`. @returns the index as it then is. */
export async function saveBatch(
  deps: Deps,
  client: pg.PoolClient,
  shopId: number,
  { before, scored, read: { unreadable, exact, listed }, people }: ScoredBatch,
): Promise<OpenIndex> {
  const now = deps.now();
  const saved =
    scored.length > 0 ? await saveIndex(client, shopId, before, { scored, now }) : before;
  if (unreadable.length > 0) await client.query(FORGET, [shopId, unreadable]);
  if (scored.length === 0) return saved;
  await keepHindsight(
    client,
    shopId,
    scored.flatMap(({ hindsight }) => hindsight),
  );
  const linked = await linkPeople(client, shopId, scored, now);
  const judged = scored.flatMap(({ order, verdict, further, ...uses }) =>
    judgedUses(order, uses, [verdict, ...further.map((use) => use.verdict)], {
      ...{ exact, listed: listed.get(order.id) },
    }),
  );
  const context = { now, newId: deps.newId };
  const flagged = await findScoredFlags(client, shopId, judged, context);
  const ringed = await linkRings(client, shopId, judged, now);
  await watchLeaks(
    client,
    shopId,
    scored.map(({ order }) => order.id),
  );
  for (const id of [...linked, ...flagged, ...ringed]) people.add(id);
  return saved;
}

const FORGET =
  "DELETE FROM identity_order WHERE shop_id = $1 AND order_id = ANY ($2::bigint[]) AND sequence IS NULL";
