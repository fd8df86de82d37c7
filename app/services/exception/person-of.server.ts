import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { IdentityHash } from "../person/identity-hashes.server.ts";
import { takeTold } from "../person/told-accounts.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";

/**
 * The person these identities are of (the oldest, where they are of several), made anew when nobody is. Identities not
 * known yet become theirs, and accounts that were told of with one of them. The caller holds the people's lock.
 */
export async function personOf(
  tx: Transaction,
  shopId: number,
  identities: readonly IdentityHash[],
  now: Date,
): Promise<bigint> {
  const told = await takeTold(tx, shopId, identities);
  // What the caller says of an identity comes last, and holds.
  const all = [...told.flatMap((account) => account.identities), ...identities];
  const known = await queryIn<{ root: string }>(tx, KNOWN, [shopId, all.map(({ hash }) => hash)]);
  const [root] = known.map(({ root: id }) => BigInt(id));
  const personId = root ?? (await tx.person.create({ data: { shopId, createdAt: now } })).id;
  const rows = new Map(all.map((each) => [`${each.kind}:${each.hash}`, each]));
  await queryIn(tx, REMEMBER, [shopId, JSON.stringify([...rows.values()]), personId.toString()]);
  const accounts = told.map(({ customerId }) => ({ customerId, personId: personId.toString() }));
  await keepAccounts(tx, shopId, accounts);
  return personId;
}

const KNOWN = `
  SELECT DISTINCT COALESCE(p.root_id, p.id) AS id, COALESCE(p.root_id, p.id)::text AS root
  FROM person_identity i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1::int AND i.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($2::text[]) AS hex)
  ORDER BY id`;

const REMEMBER = `
  INSERT INTO person_identity (shop_id, kind, hash, person_id, guest_hash)
  SELECT $1::int, i.kind, decode(i.hash, 'hex'), $3::text::bigint, i."guestHash"
  FROM json_to_recordset($2::text::json) AS i (kind text, hash text, "guestHash" text)
  ON CONFLICT (shop_id, kind, hash) DO UPDATE SET guest_hash = excluded.guest_hash
  WHERE person_identity.guest_hash IS DISTINCT FROM excluded.guest_hash AND excluded.guest_hash IS NOT NULL`;
