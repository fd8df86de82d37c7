import type pg from "pg";

import type { IdentityHash } from "./identity-hashes.server.ts";
import { takeTold } from "./told-accounts.server.ts";

/** An advisory lock of the database, with the shop's id: whoever recognises people holds it to the end of its transaction. */
export const PEOPLE_LOCK = 7_210_014;

export type PersonAccount = { customerId: string; personId: string };

export type Recognised = {
  /** The person of each order, in the order asked; null when the order names nobody. */
  personIds: (string | null)[];
  /** Who turned out to be someone else, and who that is: the uses of the latter must be counted anew. */
  replaced: Map<string, string>;
  /** Accounts that were told of before, and whose they turned out to be. */
  accounts: PersonAccount[];
};

/**
 * Finds or makes the person behind each order by exact identities: orders that share a customer, an e-mail or a phone
 * are one person's. Where an order joins people known apart, the oldest stands for all from then on. Accounts that were told
 * of before anybody they have something in common with are taken in with them, as if they were told of now. The caller
 * holds `PEOPLE_LOCK` for the shop, so no one else changes people meanwhile.
 */
export async function recognisePeople(
  client: pg.PoolClient,
  shopId: number,
  orders: readonly (readonly IdentityHash[])[],
  now: Date,
): Promise<Recognised> {
  const told = await takeTold(client, shopId, orders.flat());
  const entries = [...orders, ...told.map(({ identities }) => identities)];
  const remembered = await rememberedOf(client, shopId, entries.flat());
  const known = new Map([...remembered].map(([id, { root }]) => [id, root]));
  const fresh = await newPeople(client, shopId, strangersIn(entries, known), now);
  const replaced = new Map<string, string>();
  for (const identities of entries) {
    if (identities.length === 0) continue;
    const roots = [
      ...new Set(identities.map((each) => known.get(idOf(each))).filter((id) => id !== undefined)),
    ];
    const [root = fresh.pop() ?? "", ...others] = roots.sort(byAge);
    if (others.length > 0) {
      await client.query(MERGE, [shopId, root, others]);
      for (const [id, person] of known) if (others.includes(person)) known.set(id, root);
      for (const [id, person] of replaced) if (others.includes(person)) replaced.set(id, root);
      for (const id of others) replaced.set(id, root);
    }
    for (const each of identities) known.set(idOf(each), root);
  }
  const unknown = entries.flat().filter((each) => isNew(each, remembered.get(idOf(each))));
  await remember(client, shopId, unknown, known);
  // A later order may have joined people that an earlier one of the same batch was given to.
  const personIds = orders.map(([first]) => (first ? (known.get(idOf(first)) ?? null) : null));
  const accounts = told.flatMap(({ customerId, identities: [first] }) => {
    const personId = first && known.get(idOf(first));
    return personId ? [{ customerId, personId }] : [];
  });
  return { personIds, replaced, accounts };
}

function idOf({ kind, hash }: IdentityHash): string {
  return `${kind}:${hash}`;
}

function byAge(a: string, b: string): number {
  return BigInt(a) < BigInt(b) ? -1 : 1;
}

/** Whose an identity is, by its root, and its hash as a guest's. */
type Remembered = { root: string; guestHash: string | null };

async function rememberedOf(
  client: pg.PoolClient,
  shopId: number,
  identities: readonly IdentityHash[],
): Promise<Map<string, Remembered>> {
  const asked = [...new Map(identities.map((each) => [idOf(each), each])).values()];
  const { rows } = await client.query<Remembered & { kind: string; hash: string }>(REMEMBERED, [
    shopId,
    asked.map(({ kind }) => kind),
    asked.map(({ hash }) => hash),
  ]);
  return new Map(rows.map(({ kind, hash, ...rest }) => [`${kind}:${hash}`, rest]));
}

/** One by one by the index, however many a shop knows. */
const REMEMBERED = `
  SELECT n.kind, n.hex AS hash, found.root, found."guestHash"
  FROM unnest($2::text[], $3::text[]) AS n (kind, hex)
  CROSS JOIN LATERAL (
    SELECT COALESCE(p.root_id, p.id)::text AS root, i.guest_hash AS "guestHash"
    FROM person_identity i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    WHERE i.shop_id = $1 AND i.kind = n.kind AND i.hash = decode(n.hex, 'hex') OFFSET 0) found`;

function isNew({ guestHash }: IdentityHash, known: Remembered | undefined): boolean {
  return !known || (guestHash !== null && guestHash !== known.guestHash);
}

/** How many people these orders will bring: as many as there are orders of whom nobody is known when their turn comes. */
function strangersIn(
  orders: readonly (readonly IdentityHash[])[],
  known: ReadonlyMap<string, string>,
): number {
  const met = new Set(known.keys());
  let strangers = 0;
  for (const identities of orders) {
    if (identities.length > 0 && !identities.some((each) => met.has(idOf(each)))) strangers += 1;
    for (const each of identities) met.add(idOf(each));
  }
  return strangers;
}

/** Youngest first, so that who is taken last is the youngest. */
async function newPeople(
  client: pg.PoolClient,
  shopId: number,
  count: number,
  now: Date,
): Promise<string[]> {
  if (count === 0) return [];
  const { rows } = await client.query<{ id: string }>(NEW_PEOPLE, [shopId, count, now]);
  return rows.map(({ id }) => id).sort((a, b) => byAge(b, a));
}

const NEW_PEOPLE = `
  INSERT INTO person (shop_id, created_at) SELECT $1, $3 FROM generate_series(1, $2::int) RETURNING id::text`;

const MERGE = `
  UPDATE person SET root_id = $2
  WHERE shop_id = $1 AND (id = ANY ($3::bigint[]) OR root_id = ANY ($3::bigint[]))`;

async function remember(
  client: pg.PoolClient,
  shopId: number,
  identities: readonly IdentityHash[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  if (identities.length === 0) return;
  const rows = new Map<string, IdentityHash & { personId: string | undefined }>();
  for (const each of identities) {
    const id = idOf(each);
    // One that was kept from before the guests' key was changed has no such hash any more.
    const guestHash = each.guestHash ?? rows.get(id)?.guestHash ?? null;
    rows.set(id, { ...each, guestHash, personId: known.get(id) });
  }
  await client.query(REMEMBER, [shopId, JSON.stringify([...rows.values()])]);
}

const REMEMBER = `
  INSERT INTO person_identity (shop_id, kind, hash, person_id, guest_hash)
  SELECT $1, i.kind, decode(i.hash, 'hex'), i."personId", i."guestHash"
  FROM json_to_recordset($2::json) AS i (kind text, hash text, "personId" bigint, "guestHash" text)
  ON CONFLICT (shop_id, kind, hash) DO UPDATE SET guest_hash = excluded.guest_hash
  WHERE person_identity.guest_hash IS DISTINCT FROM excluded.guest_hash AND excluded.guest_hash IS NOT NULL`;
