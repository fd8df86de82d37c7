import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { stillThere } from "./gone-accounts.server.ts";
import { identityHashes } from "./identity-hashes.server.ts";
import { recognisePeople } from "./recognise-people.server.ts";
import { keepTold, type ToldAccount } from "./told-accounts.server.ts";

/** An account as Shopify tells of it, whether or not it has ordered. */
export type Account = { customerId: string; email: string | null; phone: string | null };

/**
 * Takes in accounts that may not have ordered yet. One whose e-mail or phone is known, from the orders of a guest say, is
 * that person's: its standing is written before its first order. Of one of nobody we know keyed hashes are kept, and it is
 * taken in with the first order or issuance that names one of them (`recognisePeople`), so it does not matter which was
 * told first. Of an account that is no more nothing is taken in. The caller holds `PEOPLE_LOCK`.
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
  const all = asOneEach(shop, await stillThere(client, shop.id, accounts));
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
  const current = known.flatMap(({ customerId }, index) => {
    const personId = personIds[index];
    return personId && !told.get(customerId)?.hasOrdered ? [{ customerId, personId }] : [];
  });
  const theirs = [...recognised.accounts, ...current];
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

/** By account, however often it is told of: what it was known by before is not forgotten when it changes. */
function asOneEach(shop: Shop, accounts: readonly Account[]): ToldAccount[] {
  return [...Map.groupBy(accounts, ({ customerId }) => customerId)].map(([customerId, told]) => {
    const named = told.flatMap((account) => identityHashes(shop, account));
    const once = new Map(named.map((each) => [each.kind + each.hash, each]));
    return { customerId, identities: [...once.values()] };
  });
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

/** `roots`: who is known by what the account names. Everything by an index, also in a shop PostgreSQL has no statistics of. */
const LOOK_UP = `
  WITH named AS (
    SELECT a."customerId", array_agg(DISTINCT found.root) FILTER (WHERE found.root IS NOT NULL) AS roots,
      bool_or(found.root IS NULL) AS has_new
    FROM json_to_recordset($2::json) AS a ("customerId" bigint, kind text, hash text)
    LEFT JOIN LATERAL (
      SELECT COALESCE(p.root_id, p.id) AS root
      FROM person_identity i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
      WHERE i.shop_id = $1 AND i.kind = a.kind AND i.hash = decode(a.hash, 'hex') OFFSET 0) found ON true
    GROUP BY a."customerId"
  )
  SELECT n."customerId"::text AS "customerId", n.roots IS NOT NULL AS "isKnown", has.ordered AS "hasOrdered",
    n.has_new OR cardinality(n.roots) > 1 OR NOT (has.stands OR has.ordered) AS "hasNews",
    has.issued AND NOT (has.stands AND cardinality(n.roots) = 1) AS "isIssued"
  FROM named n
  CROSS JOIN LATERAL (
    SELECT
      COALESCE(bool_or(EXISTS (
        SELECT FROM standing s
        WHERE s.shop_id = $1 AND s.customer_id = n."customerId" AND s.person_id = member.id)), false) AS stands,
      COALESCE(bool_or(EXISTS (
        SELECT FROM shop_order r
        WHERE r.shop_id = $1 AND r.person_id = member.id AND r.customer_id = n."customerId")), false) AS ordered,
      COALESCE(bool_or(EXISTS (
        SELECT FROM issuance u
        JOIN campaign c ON c.shop_id = u.shop_id AND c.id = u.campaign_id AND c.issued_only AND c.wanted <> 'ended'
        WHERE u.shop_id = $1 AND u.person_id = member.id)), false) AS issued
    FROM (
      SELECT id FROM unnest(n.roots) AS id
      UNION ALL
      SELECT m.id FROM unnest(n.roots) AS root
      CROSS JOIN LATERAL (SELECT p.id FROM person p WHERE p.shop_id = $1 AND p.root_id = root OFFSET 0) m
    ) member
  ) has`;
