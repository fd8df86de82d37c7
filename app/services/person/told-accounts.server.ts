import type pg from "pg";

import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { IdentityHash } from "./identity-hashes.server.ts";

/** An account with who it is by keyed hashes, that of the account itself first. */
export type ToldAccount = { customerId: string; identities: readonly IdentityHash[] };

/**
 * Keeps by whom accounts would be known, of people nobody is known by yet. One of which there is neither an e-mail nor a
 * phone is known with its own first order, and not kept. An account that changes is known by what it had before, too.
 */
export async function keepTold(
  client: pg.PoolClient,
  shopId: number,
  accounts: readonly ToldAccount[],
): Promise<void> {
  const rows = accounts
    .filter(({ identities }) => identities.length > 1)
    .flatMap(({ customerId, identities }) => identities.map((each) => ({ customerId, ...each })));
  if (rows.length > 0) await client.query(KEEP, [shopId, JSON.stringify(rows)]);
}

const KEEP = `
  INSERT INTO told_account (shop_id, customer_id, kind, hash, guest_hash)
  SELECT DISTINCT ON (a.kind, a.hash, a."customerId") $1::int, a."customerId", a.kind, decode(a.hash, 'hex'), a."guestHash"
  FROM json_to_recordset($2::json) AS a ("customerId" bigint, kind text, hash text, "guestHash" text)
  ORDER BY a.kind, a.hash, a."customerId"
  ON CONFLICT (shop_id, kind, hash, customer_id) DO UPDATE SET guest_hash = excluded.guest_hash`;

/**
 * Takes out the accounts that somebody of these identities turns out to have, and those that have something in common with
 * such an account, each after one it is known by.
 */
export async function takeTold(
  tx: AnyTransaction,
  shopId: number,
  identities: readonly IdentityHash[],
): Promise<ToldAccount[]> {
  const taken: ToldAccount[] = [];
  for (let asked = identities; asked.length > 0;) {
    const rows = await queryIn<IdentityHash & { customerId: string }>(tx, TAKE, [
      shopId,
      asked.map(({ kind }) => kind),
      asked.map(({ hash }) => hash),
    ]);
    const found = [...Map.groupBy(rows, ({ customerId }) => customerId)]
      .sort(([one], [other]) => Number(one) - Number(other))
      .map(([customerId, theirs]): ToldAccount => {
        const own = theirs.map(({ kind, hash, guestHash }) => ({ kind, hash, guestHash }));
        return { customerId, identities: own.sort(byKind) };
      });
    taken.push(...found);
    asked = found.flatMap((each) => each.identities);
  }
  return taken;
}

function byKind(a: IdentityHash, b: IdentityHash): number {
  return a.kind + a.hash < b.kind + b.hash ? -1 : 1;
}

/** One by one by the index, however many are kept. */
const TAKE = `
  WITH met AS (
    SELECT DISTINCT found.customer_id
    FROM unnest($2::text[], $3::text[]) AS n (kind, hex)
    CROSS JOIN LATERAL (
      SELECT a.customer_id FROM told_account a
      WHERE a.shop_id = $1::int AND a.kind = n.kind AND a.hash = decode(n.hex, 'hex') OFFSET 0) found
  )
  DELETE FROM told_account a USING met
  WHERE a.shop_id = $1::int AND a.customer_id = met.customer_id
  RETURNING a.customer_id::text AS "customerId", a.kind, encode(a.hash, 'hex') AS hash, a.guest_hash AS "guestHash"`;

/**
 * Of an account that is no more nothing is kept, nor by which of these identities any other would be known. Null: of no
 * account, by the identities alone.
 */
export async function forgetTold(
  client: pg.PoolClient,
  shopId: number,
  customerId: string | null,
  identities: readonly IdentityHash[] = [],
): Promise<void> {
  await client.query(FORGET, [
    ...[shopId, customerId],
    ...[identities.map(({ kind }) => kind), identities.map(({ hash }) => hash)],
  ]);
}

const FORGET = `
  WITH gone AS (
    SELECT kind, hash, customer_id FROM told_account WHERE shop_id = $1 AND customer_id = $2::bigint
    UNION
    SELECT found.kind, found.hash, found.customer_id FROM unnest($3::text[], $4::text[]) AS n (kind, hex)
    CROSS JOIN LATERAL (
      SELECT a.kind, a.hash, a.customer_id FROM told_account a
      WHERE a.shop_id = $1 AND a.kind = n.kind AND a.hash = decode(n.hex, 'hex') OFFSET 0) found
  )
  DELETE FROM told_account a USING gone g
  WHERE a.shop_id = $1 AND a.kind = g.kind AND a.hash = g.hash AND a.customer_id = g.customer_id`;
