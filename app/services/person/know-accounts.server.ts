import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { identityHashes } from "./identity-hashes.server.ts";
import { recognisePeople } from "./recognise-people.server.ts";
import { keepTold, type ToldAccount } from "./told-accounts.server.ts";

/** An account as Shopify tells of it, whether or not it has ordered. */
export type Account = { customerId: string; email: string | null; phone: string | null };

/**
 * Takes in accounts that may not have ordered yet. One whose e-mail or phone is known, from the orders of a guest say, is
 * that person's: its standing is written before its first order. Of one of nobody we know keyed hashes are kept, and it is
 * taken in with the first order or issuance that names one of them (`recognisePeople`), so it does not matter which was
 * told first. The caller holds `PEOPLE_LOCK`.
 * @param only of those to whom something was issued, and the rest is passed over; of everybody otherwise
 * @returns whose accounts were not known as theirs before
 */
export async function knowAccounts(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  accounts: readonly Account[],
  only: "issued" | "everybody" = "everybody",
): Promise<string[]> {
  const all = accounts.map((account) => {
    return { customerId: account.customerId, identities: identityHashes(shop, account) };
  });
  const told = new Map((await lookUp(client, shop.id, all)).map((row) => [row.customerId, row]));
  const of = (which: (known: Known) => boolean) =>
    all.filter(({ customerId }) => which(told.get(customerId) ?? NOBODY));
  if (only === "everybody")
    await keepTold(
      client,
      shop.id,
      of(({ isKnown }) => !isKnown),
    );
  const known = of(({ isKnown, hasNews, isIssued }) =>
    only === "issued" ? isIssued : isKnown && hasNews,
  );
  if (known.length === 0) return [];
  const context = { now: deps.now(), newId: deps.newId };
  const hashes = known.map(({ identities }) => identities);
  const recognised = await recognisePeople(client, shop.id, hashes, context.now);
  const { personIds, replaced } = recognised;
  const now = known.flatMap(({ customerId }, index) => {
    const personId = personIds[index];
    return personId && !told.get(customerId)?.hasOrdered ? [{ customerId, personId }] : [];
  });
  const theirs = [...recognised.accounts, ...now];
  await keepAccounts(client, shop.id, theirs);
  const people = [...new Set([...theirs.map(({ personId }) => personId), ...replaced.values()])];
  if (replaced.size > 0) {
    await findOvershootFlags(client, shop.id, people, context);
    await foldCases(client, shop.id, people, context);
  }
  // Guests are known by their new identities, too.
  await deps.jobs.send("publish-guard", { shopId: shop.id }, { transaction: client });
  if (only === "everybody") await markStandings(client, shop.id, people, context.now);
  return people;
}

/** What is known of whom an account is. `hasNews`: taking it in would tell something. */
type Known = { isKnown: boolean; hasOrdered: boolean; hasNews: boolean; isIssued: boolean };

const NOBODY: Known = { isKnown: false, hasOrdered: false, hasNews: false, isIssued: false };

async function lookUp(
  client: pg.PoolClient,
  shopId: number,
  accounts: readonly ToldAccount[],
): Promise<(Known & { customerId: string })[]> {
  const rows = accounts.flatMap(({ customerId, identities }) =>
    identities.map(({ kind, hash }) => ({ customerId, kind, hash })),
  );
  const { rows: found } = await client.query<Known & { customerId: string }>(LOOK_UP, [
    ...[shopId, JSON.stringify(rows)],
  ]);
  return found;
}

/** `people`: how many of those the account names are known; `roots`: who. */
const LOOK_UP = `
  WITH named AS (
    SELECT a."customerId", count(DISTINCT COALESCE(p.root_id, p.id)) AS people, bool_or(p.id IS NULL) AS has_new,
      array_agg(DISTINCT COALESCE(p.root_id, p.id)) AS roots
    FROM json_to_recordset($2::json) AS a ("customerId" bigint, kind text, hash text)
    LEFT JOIN person_identity i ON i.shop_id = $1 AND i.kind = a.kind AND i.hash = decode(a.hash, 'hex')
    LEFT JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    GROUP BY a."customerId"
  ), member AS (
    SELECT n."customerId", m.id FROM named n JOIN person m ON m.shop_id = $1 AND (m.id = ANY (n.roots) OR m.root_id = ANY (n.roots))
  ), has AS (
    SELECT n.*, EXISTS (
        SELECT FROM member m JOIN standing s ON s.shop_id = $1 AND s.person_id = m.id
        WHERE m."customerId" = n."customerId" AND s.customer_id = n."customerId") AS stands,
      EXISTS (
        SELECT FROM member m JOIN shop_order r ON r.shop_id = $1 AND r.person_id = m.id
        WHERE m."customerId" = n."customerId" AND r.customer_id = n."customerId") AS ordered,
      EXISTS (
        SELECT FROM member m
        JOIN issuance u ON u.shop_id = $1 AND u.person_id = m.id
        JOIN campaign c ON c.shop_id = $1 AND c.id = u.campaign_id AND c.issued_only AND c.wanted <> 'ended'
        WHERE m."customerId" = n."customerId") AS issued
    FROM named n
  )
  SELECT "customerId"::text AS "customerId", people > 0 AS "isKnown", ordered AS "hasOrdered",
    has_new OR people > 1 OR NOT (stands OR ordered) AS "hasNews", people > 0 AND issued AND NOT stands AS "isIssued"
  FROM has`;
