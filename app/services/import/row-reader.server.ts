import type pg from "pg";

import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import {
  NO_HEADER,
  readHeader,
  readImportRow,
  type ImportColumns,
  type ImportHolder,
} from "#app/domain/code/read-import-row.ts";
import { compileParser } from "#app/domain/naming/parser.ts";
import { matches } from "#app/domain/policy/rule.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { uniqueMatchOf } from "../campaign/campaign-row.server.ts";
import { dimensionSetIds, type DimensionSetKey } from "../naming/dimension-sets.server.ts";
import { activeConventions } from "../naming/load-convention.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { PEOPLE_LOCK, recognisePeople } from "../person/recognise-people.server.ts";
import type { StagedRow } from "./copy-rows.server.ts";
import type { FileRow } from "./read-rows.server.ts";

/** Reads a file's rows in their order: what each means in this shop, or what is wrong with it. */
export type RowReader = (rows: readonly FileRow[]) => Promise<StagedRow[]>;

type Checked = StagedRow & { holder: ImportHolder | null; set: DimensionSetKey | null };

export async function rowReader(deps: Deps, client: pg.PoolClient, shop: Shop): Promise<RowReader> {
  const conventions = await activeConventions(deps.database.prisma, shop.id);
  const parse = compileParser(conventions.map(({ convention }) => convention));
  const mistaken = await mistakenFor(deps, shop.id);
  const setIds = new Map<string, number>();
  let columns: ImportColumns | null = null;

  const check = ({ line, cells }: FileRow, at: ImportColumns): Checked => {
    const row = readImportRow(cells, at);
    const empty = { dimensionSetId: null, holderId: null, holder: null, set: null };
    const bad = (problem: string): Checked => ({
      ...{ line, code: row.code, codeKey: row.code, lookAlikeKey: null, problem },
      ...empty,
    });
    if (!row.ok) return bad(row.reason);
    const other = mistaken(row.code);
    if (other !== null)
      return bad(`This looks like a code of ${other}, whose codes begin and are as long as this.`);
    const parsed = parse(row.code);
    const loaded = parsed === null ? undefined : conventions[parsed.convention];
    const set =
      parsed && loaded
        ? { conventionId: loaded.id, version: loaded.version, dimensions: parsed.dimensions }
        : null;
    const key = { codeKey: row.code, lookAlikeKey: lookAlikeKey(row.code), problem: null };
    return { line, code: row.code, ...key, ...empty, holder: row.holder, set };
  };

  return async (rows) => {
    const [first] = rows;
    let data = rows;
    if (columns === null && first) {
      const header = readHeader(first.cells);
      columns = header ?? NO_HEADER;
      if (header) data = rows.slice(1);
    }
    const checked = data.map((row) => check(row, columns ?? NO_HEADER));
    await addSets(client, shop.id, checked, setIds);
    await addHolders(deps, shop, checked);
    return checked;
  };
}

/** The campaign whose unique codes a text could be taken for. */
async function mistakenFor(deps: Deps, shopId: number): Promise<(key: string) => string | null> {
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: { shopId, codePrefix: { not: null } },
    select: { name: true, codePrefix: true, codeLength: true, codeAlphabet: true },
  });
  const known = campaigns.flatMap((row) => {
    const match = uniqueMatchOf(row);
    return match ? [{ name: row.name, match }] : [];
  });
  const byLength = Map.groupBy(known, ({ match }) => match.prefix.length + match.length);
  return (key) => byLength.get(key.length)?.find(({ match }) => matches(match, key))?.name ?? null;
}

async function addSets(
  client: pg.PoolClient,
  shopId: number,
  rows: readonly Checked[],
  known: Map<string, number>,
): Promise<void> {
  const idOf = (set: DimensionSetKey) => JSON.stringify(set);
  const fresh = new Map<string, DimensionSetKey>();
  for (const { set } of rows) if (set && !known.has(idOf(set))) fresh.set(idOf(set), set);
  const ids = await dimensionSetIds(client, shopId, [...fresh.values()]);
  [...fresh.keys()].forEach((key, at) => known.set(key, ids[at] ?? 0));
  for (const row of rows) if (row.set) row.dimensionSetId = known.get(idOf(row.set)) ?? null;
}

/** Whom the codes are for, as people we may know from orders. Addresses go no further than their keyed hashes. */
async function addHolders(deps: Deps, shop: Shop, rows: readonly Checked[]): Promise<void> {
  const held = rows.filter(({ holder }) => holder !== null);
  if (held.length === 0) return;
  // By one identity a row: a file must not make two people one.
  const identities = held.map(({ holder }) => {
    const customerId = holder?.customerId ?? null;
    const email = customerId === null ? (holder?.email ?? null) : null;
    return identityHashes(shop, { customerId, email, phone: null });
  });
  const { pool } = deps.database;
  const { personIds } = await inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [PEOPLE_LOCK, shop.id]);
    return recognisePeople(client, shop.id, identities, deps.now());
  });
  held.forEach((row, at) => {
    row.holderId = personIds[at] ?? null;
  });
}
