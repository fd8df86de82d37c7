import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { noteErasedOrders } from "./erased-orders.server.ts";
import { forgetOrders } from "../identity/forget-orders.server.ts";
import { noteGone } from "../person/gone-accounts.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { saidTogether } from "../person/put-together.server.ts";
import { forgetTold } from "../person/told-accounts.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { forgetChosen } from "./forget-chosen.server.ts";

/**
 * Answers customers/redact: what could tell who the customer is goes; what was counted stays, under a person nobody can
 * name any more. A job erases the stored bodies that name them. Somebody without an account is found by e-mail and phone.
 * `orderIds`: their orders, as far as Shopify names them; others are found by the person.
 */
export async function redactCustomer(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  who: Redaction,
): Promise<void> {
  const identities = identityHashes(shop, who);
  const hashes = identities.map(({ hash }) => hash);
  const others = await togetherWith(client, shop.id, who.customerId, hashes);
  const { rows: found } = await client.query<{ id: string; isAnothers: boolean }>(ORDERS, [
    ...[shop.id, who.customerId, hashes],
  ]);
  const orderIds = [...new Set([...found.map(({ id }) => id), ...who.orderIds])];
  const theirs = found.flatMap(({ id, isAnothers }) => (isAnothers ? [] : [id]));
  await noteErasedOrders(client, shop.id, [...new Set([...theirs, ...who.orderIds])], deps.now());
  await forgetOrders(client, shop.id, orderIds);
  await client.query(FORGET_LINKS, [shop.id, who.customerId, hashes]);
  await client.query(FORGET_IDENTITIES, [shop.id, who.customerId, hashes]);
  await client.query(FORGET_NAMED, [shop.id, who.orderIds]);
  if (who.customerId !== null)
    await forgetAccount(deps, client, shop, { customerId: who.customerId });
  await forgetTold(client, shop.id, who.customerId, identities);
  await client.query(FORGET_HOLDERS, [shop.id, hashes]);
  await client.query(FORGET_LISTED, [shop.id, hashes]);
  await client.query(FORGET_ANSWERS, [shop.id, who.customerId, hashes]);
  const shopId = shop.id;
  await markStandings(client, shopId, others, deps.now());
  const erasing = { shopId, messageId: who.messageId, orderIds };
  await deps.jobs.send("erase-bodies", erasing, { transaction: client });
  await deps.jobs.send("publish-guard", { shopId }, { transaction: client });
}

type Redaction = {
  customerId: string | null;
  email: string | null;
  phone: string | null;
  orderIds: readonly string[];
  messageId: string;
};

/** What is known of the account by its number. */
async function forgetAccount(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  { customerId }: { customerId: string },
): Promise<void> {
  await noteGone(client, shop.id, customerId, deps.now(), "erased");
  await forgetChosen(deps, client, shop, customerId);
  for (const statement of FORGET_NUMBER) await client.query(statement, [shop.id, customerId]);
}

/** Everybody whom staff put together with them: what they used does not count for these any more. */
async function togetherWith(
  client: pg.PoolClient,
  shopId: number,
  customerId: string | null,
  hashes: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ root: string }>(ROOTS, [shopId, customerId, hashes]);
  const said = await saidTogether(client, shopId);
  return said.withOthers(rows.map(({ root }) => root));
}

/** As staff, or as the owner of codes. */
const FORGET_LISTED =
  "DELETE FROM listed_person WHERE shop_id = $1 AND hash = ANY (SELECT decode(hex, 'hex') FROM unnest($2::text[]) AS hex)";

/** The accounts of the person by any identity of theirs, and by their orders. */
const ACCOUNTS = `
  account AS (
    SELECT member.id FROM person p
    JOIN person member ON member.shop_id = p.shop_id
      AND COALESCE(member.root_id, member.id) = COALESCE(p.root_id, p.id)
    WHERE p.shop_id = $1 AND (
      p.id IN (SELECT o.person_id FROM shop_order o WHERE o.shop_id = $1 AND o.customer_id = $2::bigint)
      OR p.id IN (SELECT i.person_id FROM person_identity i
        WHERE i.shop_id = $1 AND i.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($3::text[]) AS hex))))`;

const ORDERS = `
  WITH ${ACCOUNTS}
  SELECT o.id::text, o.customer_id IS NOT NULL AND o.customer_id IS DISTINCT FROM $2::bigint AS "isAnothers"
  FROM shop_order o WHERE o.shop_id = $1
    AND (o.customer_id = $2::bigint OR o.person_id IN (SELECT id FROM account))`;

const FORGET_LINKS = `
  WITH ${ACCOUNTS}
  DELETE FROM person_link WHERE shop_id = $1
    AND (low_id IN (SELECT id FROM account) OR high_id IN (SELECT id FROM account))`;

/**
 * What the customer is named by, and all else the person of their account, or without one of their e-mail, is known by.
 * Where that is also somebody else's account, who may live with them or be them, it is known by its id as before, and by its
 * e-mail and phone, too, unless the customer has ordered: then nobody can tell whose those are.
 */
const FORGET_IDENTITIES = `
  WITH named AS MATERIALIZED (
    SELECT decode(hex, 'hex') AS hash FROM unnest($3::text[]) AS hex
  ), member AS MATERIALIZED (
    SELECT m.id, COALESCE(m.root_id, m.id) AS root FROM person m
    WHERE m.shop_id = $1 AND COALESCE(m.root_id, m.id) IN (
      SELECT COALESCE(p.root_id, p.id) FROM person p
      WHERE p.shop_id = $1 AND (
        p.id IN (SELECT o.person_id FROM shop_order o WHERE o.shop_id = $1 AND o.customer_id = $2::bigint)
        OR p.id IN (SELECT i.person_id FROM person_identity i
          WHERE i.shop_id = $1 AND i.kind = CASE WHEN $2::bigint IS NULL THEN 'email' ELSE 'customer' END
            AND i.hash IN (SELECT hash FROM named))))
  ), owned AS MATERIALIZED (
    SELECT m.root,
      bool_or(EXISTS (
        SELECT FROM shop_order o
        WHERE o.shop_id = $1 AND o.person_id = m.id AND o.customer_id = $2::bigint)) AS ordered,
      bool_or(EXISTS (
        SELECT FROM shop_order o
        WHERE o.shop_id = $1 AND o.person_id = m.id AND o.customer_id IS NOT NULL
          AND o.customer_id IS DISTINCT FROM $2::bigint
      ) OR EXISTS (
        SELECT FROM standing s
        WHERE s.shop_id = $1 AND s.person_id = m.id AND s.customer_id IS DISTINCT FROM $2::bigint)) AS shared
    FROM member m GROUP BY m.root
  ), theirs AS MATERIALIZED (
    SELECT m.id, o.shared FROM member m JOIN owned o ON o.root = m.root WHERE o.ordered OR NOT o.shared
  )
  DELETE FROM person_identity
  WHERE shop_id = $1 AND (hash IN (SELECT hash FROM named)
    OR person_id IN (SELECT id FROM theirs WHERE NOT shared)
    OR kind <> 'customer' AND person_id IN (SELECT id FROM theirs WHERE shared))`;

/** By an e-mail or phone that Shopify does not name, too: of a person all of whose orders it names. $2 orders. */
const FORGET_NAMED = `
  WITH named AS MATERIALIZED (
    SELECT DISTINCT COALESCE(p.root_id, p.id) AS root
    FROM shop_order o JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
    WHERE o.shop_id = $1 AND o.id = ANY ($2::bigint[])
  ), member AS MATERIALIZED (
    SELECT m.id, n.root FROM named n
    JOIN person m ON m.shop_id = $1 AND (m.id = n.root OR m.root_id = n.root)
  )
  DELETE FROM person_identity WHERE shop_id = $1 AND person_id IN (
    SELECT m.id FROM member m WHERE NOT EXISTS (
      SELECT FROM member e JOIN shop_order o ON o.shop_id = $1 AND o.person_id = e.id
      WHERE e.root = m.root AND o.id <> ALL ($2::bigint[])))`;

const ROOTS = `
  WITH ${ACCOUNTS}
  SELECT DISTINCT COALESCE(p.root_id, p.id)::text AS root FROM person p
  WHERE p.shop_id = $1 AND p.id IN (SELECT id FROM account)`;

/** Codes somebody brought for them, and has not used yet, are for nobody then. */
const FORGET_HOLDERS = `
  UPDATE code_import_row SET holder_kind = NULL, holder_hash = NULL, holder_guest_hash = NULL
  WHERE shop_id = $1 AND holder_hash = ANY (SELECT decode(hex, 'hex') FROM unnest($2::text[]) AS hex)`;

/** What they were told when they asked. */
const FORGET_ANSWERS = `
  DELETE FROM data_export WHERE shop_id = $1 AND (customer_id = $2::bigint
    OR identity_hash = ANY (SELECT decode(hex, 'hex') FROM unnest($3::text[]) AS hex))`;

const FORGET_NUMBER = [
  "UPDATE disqualification SET customer_id = NULL WHERE shop_id = $1 AND customer_id = $2",
  "UPDATE allowance SET customer_id = NULL WHERE shop_id = $1 AND customer_id = $2",
  "DELETE FROM standing WHERE shop_id = $1 AND customer_id = $2",
  "UPDATE shop_order SET customer_id = NULL WHERE shop_id = $1 AND customer_id = $2",
];
