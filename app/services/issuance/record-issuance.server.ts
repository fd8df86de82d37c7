import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import type { IdentityHash } from "../person/identity-hashes.server.ts";
import { recognisePeople } from "../person/recognise-people.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";
import { markIssuedTo } from "../standing/mark-issued.server.ts";

/**
 * A campaign, or one of its codes by its key, was given to somebody. `customerId`: their account, when that is how they
 * were named. `channel`: how, in the merchant's own word.
 */
export type NewIssuance = {
  campaignId: string;
  codeKey: string | null;
  who: IdentityHash;
  customerId: string | null;
  channel: string;
  at: Date;
};

/**
 * Notes who was given what, in the caller's transaction; told twice it is noted once. Uses of people to whom it was not
 * issued before are judged anew, and where only those it was issued to may use it, checkout is told. The caller holds
 * `PEOPLE_LOCK` for the shop.
 * @returns how many were new, in all and by campaign, and whether the checkout must be told ("publish-guard").
 */
export async function recordIssuance(
  client: pg.PoolClient,
  shop: Shop,
  issued: readonly NewIssuance[],
  context: { now: Date; newId: () => string },
): Promise<{ added: number; addedTo: Map<string, number>; guardChanged: boolean }> {
  const who = issued.map((each) => [each.who]);
  const recognised = await recognisePeople(client, shop.id, who, context.now);
  const { personIds } = recognised;
  const rows = issued.map(({ campaignId, codeKey, channel, at }, index) => ({
    ...{ campaignId, codeKey, channel, at, personId: personIds[index] },
  }));
  const { rows: added } = await client.query<Added>(ADD, [
    ...[shop.id, JSON.stringify(rows), context.now],
  ]);
  const accounts = issued.flatMap(({ customerId }, index) => {
    const personId = personIds[index];
    return customerId !== null && personId ? [{ customerId, personId }] : [];
  });
  await keepAccounts(client, shop.id, [...recognised.accounts, ...accounts]);
  const held = added.flatMap(({ issuedOnly, personId }) => (issuedOnly ? [personId] : []));
  const judged = [...new Set([...held, ...recognised.replaced.values()])];
  if (judged.length > 0) await findOvershootFlags(client, shop.id, judged, context);
  const guardChanged = await foldCases(client, shop.id, judged, context);
  const owners = recognised.accounts.map(({ personId }) => personId);
  const marked = [...new Set([...judged, ...owners])];
  if (marked.length > 0) await markIssuedTo(client, shop.id, marked, context.now);
  const addedTo = new Map<string, number>();
  for (const { campaignId } of added) addedTo.set(campaignId, (addedTo.get(campaignId) ?? 0) + 1);
  return { added: added.length, addedTo, guardChanged };
}

type Added = { campaignId: string; personId: string; issuedOnly: boolean };

const ADD = `
  WITH added AS (
    INSERT INTO issuance (shop_id, campaign_id, code_id, person_id, channel, at, created_at)
    SELECT $1, n."campaignId", (
        SELECT k.id FROM code k
        WHERE k.shop_id = $1 AND k.code_key = n."codeKey" AND k.campaign_id = n."campaignId"
        ORDER BY k.id LIMIT 1), n."personId", n.channel, n.at, $3
    FROM json_to_recordset($2::json) AS n
      ("campaignId" uuid, "codeKey" text, "personId" bigint, channel text, at timestamptz)
    ON CONFLICT (shop_id, campaign_id, person_id, code_id) DO NOTHING
    RETURNING campaign_id, person_id
  )
  SELECT a.campaign_id AS "campaignId", COALESCE(p.root_id, p.id)::text AS "personId", c.issued_only AS "issuedOnly"
  FROM added a JOIN campaign c ON c.shop_id = $1 AND c.id = a.campaign_id
  JOIN person p ON p.shop_id = $1 AND p.id = a.person_id`;
