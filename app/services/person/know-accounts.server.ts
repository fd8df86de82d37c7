import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { identityHashes, type IdentityHash } from "./identity-hashes.server.ts";
import { recognisePeople } from "./recognise-people.server.ts";

/** An account as Shopify tells of it, whether or not it has ordered. */
export type Account = { customerId: string; email: string | null; phone: string | null };

type Known = Account & { identities: IdentityHash[] };

/**
 * Takes in accounts that may not have ordered yet. One whose e-mail or phone is known, from the orders of a guest say, is
 * that person's: its standing is written before its first order. One that has ordered is that order's, whichever was told
 * first. Of all others nothing is kept. The caller holds `PEOPLE_LOCK`.
 * @param only of those to whom something was issued; of everybody known otherwise
 * @returns whose accounts were not known as theirs before
 */
export async function knowAccounts(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  accounts: readonly Account[],
  only: "issued" | "everybody" = "everybody",
): Promise<string[]> {
  const known = await ofKnownPeople(client, shop, accounts, only);
  if (known.length === 0) return [];
  const context = { now: deps.now(), newId: deps.newId };
  const hashes = known.map(({ identities }) => identities);
  const { personIds, replaced } = await recognisePeople(client, shop.id, hashes, context.now);
  const theirs = known.flatMap(({ customerId }, index) => {
    const personId = personIds[index];
    return personId ? [{ customerId, personId }] : [];
  });
  await keepAccounts(client, shop.id, theirs);
  const people = [...new Set(theirs.map(({ personId }) => personId))];
  if (replaced.size > 0) {
    await findOvershootFlags(client, shop.id, people, context);
    await foldCases(client, shop.id, people, context);
    await deps.jobs.send("publish-guard", { shopId: shop.id }, { transaction: client });
  }
  if (only === "everybody") await markStandings(client, shop.id, people, context.now);
  return people;
}

/** Those of people we know otherwise than by this account. */
async function ofKnownPeople(
  client: pg.PoolClient,
  shop: Shop,
  accounts: readonly Account[],
  only: "issued" | "everybody",
): Promise<Known[]> {
  const all = accounts.map((account) => ({
    ...account,
    identities: identityHashes(shop, account),
  }));
  const rows = all.flatMap(({ customerId, identities }) =>
    identities.map(({ kind, hash }) => ({ customerId, kind, hash })),
  );
  const { rows: found } = await client.query<{ customerId: string }>(KNOWN, [
    ...[shop.id, JSON.stringify(rows), only === "issued"],
  ]);
  const ids = new Set(found.map(({ customerId }) => customerId));
  return all.filter(({ customerId }) => ids.has(customerId));
}

const KNOWN = `
  SELECT DISTINCT a."customerId"
  FROM json_to_recordset($2::json) AS a ("customerId" text, kind text, hash text)
  JOIN person_identity i ON i.shop_id = $1 AND i.kind = a.kind AND i.hash = decode(a.hash, 'hex')
  JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE NOT EXISTS (
      SELECT FROM standing s JOIN person o ON o.shop_id = s.shop_id AND o.id = s.person_id
      WHERE s.shop_id = $1 AND s.customer_id = a."customerId"::bigint
        AND COALESCE(o.root_id, o.id) = COALESCE(p.root_id, p.id))
    AND ($3::boolean OR NOT EXISTS (
      SELECT FROM person m JOIN shop_order r ON r.shop_id = m.shop_id AND r.person_id = m.id
      WHERE m.shop_id = $1 AND (m.id = COALESCE(p.root_id, p.id) OR m.root_id = COALESCE(p.root_id, p.id))
        AND r.customer_id = a."customerId"::bigint))
    AND (NOT $3::boolean OR EXISTS (
      SELECT FROM person m
      JOIN issuance u ON u.shop_id = m.shop_id AND u.person_id = m.id
      JOIN campaign c ON c.shop_id = u.shop_id AND c.id = u.campaign_id AND c.issued_only AND c.wanted <> 'ended'
      WHERE m.shop_id = $1 AND (m.id = COALESCE(p.root_id, p.id) OR m.root_id = COALESCE(p.root_id, p.id))))`;
