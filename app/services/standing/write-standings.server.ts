import {
  METAFIELD_NAMESPACE,
  METAFIELD_TYPE,
  STANDING_KEY,
} from "#app/domain/policy/metafields.ts";
import { encodeStanding } from "#app/domain/policy/standing-wire.ts";
import { EMPTY_STANDING } from "#app/domain/policy/standing.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readStandingDigests, setMetafields } from "#app/infra/admin-api/documents/guard.ts";
import { gidOf, numericId } from "#app/infra/admin-api/gid.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { composeStandings, type StandingRow } from "./compose-standings.server.ts";

/** Shopify's own bound for one `metafieldsSet`. */
const BATCH = 25;

type DirtyRow = StandingRow & {
  changes: number;
  written: string | null;
  compareDigest: string | null;
};
type Wanted = DirtyRow & { text: string };

/**
 * Writes the standing of customers to Shopify, the most urgent first, until none waits. Each is derived from the ledger
 * when it is written and set only if nobody else wrote meanwhile; one writer a shop. Safe to be killed anywhere: what
 * was not noted as written is written again.
 * @returns whether there was anything to write.
 */
export async function writeStandings(deps: Deps, shopId: number): Promise<boolean> {
  let wrote = false;
  await ifUnlocked(deps.database.pool, `standing:${shopId}`, async () => {
    const shop = await shopOf(deps, shopId);
    if (!isInstalled(shop)) return;
    const api = deps.adminApi(shop.domain);
    for (
      let rows = await dirtyRows(deps, shopId);
      rows.length > 0;
      rows = await dirtyRows(deps, shopId)
    ) {
      wrote = true;
      await writeBatch({ deps, api, shop }, rows, false);
    }
  });
  return wrote;
}

type Writer = { deps: Deps; api: AdminApi; shop: Shop };

/**
 * Derives and writes these at once. Shopify takes all or none: when it refuses, because one of them was written by
 * somebody else or is bad, the halves are derived anew and tried by themselves, so that one holds up no other.
 * `isFresh`: their digests were read just now.
 */
async function writeBatch(
  writer: Writer,
  rows: readonly DirtyRow[],
  isFresh: boolean,
): Promise<void> {
  const { deps, api, shop } = writer;
  const standings = await composeStandings(deps, shop, rows);
  const wanted = rows.map((row) => ({ ...row, text: standingText(standings.get(row.customerId)) }));
  const changed = wanted.filter((row) => row.text !== row.written);
  const same = wanted.filter((row) => row.text === row.written);
  await note(deps, shop.id, same, new Map());
  if (changed.length === 0) return;
  const refusal = await trySet(deps, api, shop.id, changed);
  if (refusal === null) return;
  const [only] = changed;
  if (isFresh && only && changed.length === 1) {
    await noteError(deps, shop.id, only, refusal);
    return;
  }
  const current = await currentDigests(api, changed);
  for (const row of changed) {
    if (!current.has(row.customerId)) await noteError(deps, shop.id, row, "The customer is gone.");
  }
  const left = changed.filter(({ customerId }) => current.has(customerId)).map(asFound(current));
  const half = Math.ceil(left.length / 2);
  for (const part of [left.slice(0, half), left.slice(half)]) {
    if (part.length > 0) await writeBatch(writer, part, true);
  }
}

/** What somebody else wrote is not what we noted as written. */
const asFound =
  (current: ReadonlyMap<string, string | null>) =>
  (row: DirtyRow): DirtyRow => {
    const compareDigest = current.get(row.customerId) ?? null;
    return compareDigest === row.compareDigest ? row : { ...row, compareDigest, written: null };
  };

/**
 * A standing too long to be read by the function would be read as none: the counters used longest ago are left out, half
 * of them until it fits.
 */
export function standingText(standing = EMPTY_STANDING): string {
  for (let keep = standing.uses.length; ; keep = Math.floor(keep / 2)) {
    const encoded = encodeStanding({ ...standing, uses: standing.uses.slice(0, keep) });
    if (encoded.ok) return encoded.text;
    if (keep === 0) return "";
  }
}

async function dirtyRows(deps: Deps, shopId: number): Promise<DirtyRow[]> {
  const { rows } = await deps.database.pool.query<DirtyRow>(DIRTY, [shopId, BATCH]);
  return rows;
}

const DIRTY = `
  SELECT s.customer_id::text AS "customerId", COALESCE(p.root_id, p.id)::text AS "personId", s.memberships,
         s.changes, s.written, s.compare_digest AS "compareDigest"
  FROM standing s LEFT JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id
  WHERE s.shop_id = $1 AND s.dirty_since IS NOT NULL AND s.error IS NULL
  ORDER BY s.urgency, s.dirty_since, s.customer_id LIMIT $2`;

/** @returns Shopify's reason when it set nothing; null when all were set and noted. */
async function trySet(
  deps: Deps,
  api: AdminApi,
  shopId: number,
  rows: readonly Wanted[],
): Promise<string | null> {
  const metafields = rows.map(({ customerId, compareDigest, text }) => ({
    ownerId: gidOf("Customer", customerId),
    namespace: METAFIELD_NAMESPACE,
    key: STANDING_KEY,
    type: METAFIELD_TYPE,
    value: text,
    compareDigest,
  }));
  const { metafieldsSet } = await api.run(setMetafields, { metafields });
  const errors = metafieldsSet?.userErrors ?? [];
  if (errors.length > 0) return errors.map(({ message }) => message).join(" ");
  // Shopify answers in the order asked; the owner is asked for to be sure.
  const digests = new Map(
    (metafieldsSet?.metafields ?? []).map(({ owner, compareDigest }, index) => {
      const id = "id" in owner ? numericId(owner.id) : (rows[index]?.customerId ?? "");
      return [id, compareDigest];
    }),
  );
  await note(deps, shopId, rows, digests);
  return null;
}

async function currentDigests(
  api: AdminApi,
  rows: readonly Wanted[],
): Promise<Map<string, string | null>> {
  const ids = rows.map(({ customerId }) => gidOf("Customer", customerId));
  const { nodes } = await api.run(readStandingDigests, {
    ids,
    namespace: METAFIELD_NAMESPACE,
    key: STANDING_KEY,
  });
  return new Map(
    nodes.flatMap((node) => {
      if (!node) return [];
      const digest = "metafield" in node ? (node.metafield?.compareDigest ?? null) : null;
      return [[numericId(node.id), digest] as const];
    }),
  );
}

/** Written: no longer dirty, unless it changed again since it was read. */
async function note(
  deps: Deps,
  shopId: number,
  rows: readonly Wanted[],
  digests: ReadonlyMap<string, string>,
): Promise<void> {
  if (rows.length === 0) return;
  const written = rows.map(({ customerId, changes, text, compareDigest }) => ({
    customerId,
    changes,
    text,
    digest: digests.get(customerId) ?? compareDigest,
  }));
  await deps.database.pool.query(WRITTEN, [shopId, JSON.stringify(written), deps.now()]);
}

const WRITTEN = `
  UPDATE standing s SET written = w.text, compare_digest = w.digest, written_at = $3,
    lag_ms = CASE WHEN s.ordered_at IS NOT NULL AND s.written IS DISTINCT FROM w.text
      THEN GREATEST(0, LEAST(2147483647, extract(epoch FROM $3::timestamptz - s.ordered_at) * 1000))::int
      ELSE s.lag_ms END,
    ordered_at = CASE WHEN s.changes = w.changes THEN NULL ELSE s.ordered_at END,
    dirty_since = CASE WHEN s.changes = w.changes THEN NULL ELSE s.dirty_since END
  FROM json_to_recordset($2::json) AS w ("customerId" bigint, changes int, text text, digest text)
  WHERE s.shop_id = $1 AND s.customer_id = w."customerId"`;

async function noteError(deps: Deps, shopId: number, row: Wanted, error: string): Promise<void> {
  await deps.database.pool.query(
    "UPDATE standing SET error = $3 WHERE shop_id = $1 AND customer_id = $2",
    [shopId, row.customerId, error],
  );
}
