import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { readAccounts } from "#app/infra/admin-api/documents/customers.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { inTransaction, queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { knowAccounts } from "../person/know-accounts.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { markIssuedTo } from "../standing/mark-issued.server.ts";

/**
 * Reads the shop's customers page by page for the accounts of people to whom something was issued by e-mail or phone and who
 * have not ordered, so that checkout can know them. Those who come later are told of by webhook.
 */
export async function findAccounts(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  const shop = await shopOf(deps, shopId);
  if (!isInstalled(shop) || !(await someWithout(deps, shopId))) return;
  const api = deps.adminApi(shop.domain, { lane: "batch" });
  for await (const page of pagesOf(api, readAccounts, {}, ({ customers }) => customers)) {
    const accounts = page.map(({ id, defaultEmailAddress, defaultPhoneNumber }) => ({
      customerId: numericId(id),
      email: defaultEmailAddress?.emailAddress ?? null,
      phone: defaultPhoneNumber?.phoneNumber ?? null,
    }));
    await inTransaction(deps.database.pool, async (client) => {
      await lockPeople(client, shopId);
      const people = await knowAccounts(deps, client, shop, accounts, "issued");
      await markIssuedTo(client, shopId, people, deps.now());
      // An account may show that people are one, who then used a code too often.
      if (people.length > 0)
        await deps.jobs.send("score-orders", { shopId }, { transaction: client });
    });
  }
}

/** Has the accounts looked for, when there are people without one to whom these campaigns were issued. */
export async function askForAccounts(
  deps: Deps,
  tx: AnyTransaction,
  shopId: number,
  afterSeconds = 0,
): Promise<void> {
  if ((await queryIn(tx, WITHOUT, [shopId])).length > 0)
    await deps.jobs.send("find-accounts", { shopId }, { transaction: tx, afterSeconds });
}

async function someWithout({ database }: Deps, shopId: number): Promise<boolean> {
  return (await database.pool.query(WITHOUT, [shopId])).rows.length > 0;
}

const WITHOUT = `
  SELECT 1 AS found
  FROM issuance i
  JOIN campaign c ON c.shop_id = i.shop_id AND c.id = i.campaign_id AND c.issued_only AND c.wanted <> 'ended'
  JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1::int AND NOT EXISTS (
    SELECT FROM standing s JOIN person o ON o.shop_id = s.shop_id AND o.id = s.person_id
    WHERE s.shop_id = i.shop_id AND COALESCE(o.root_id, o.id) = COALESCE(p.root_id, p.id))
  LIMIT 1`;
