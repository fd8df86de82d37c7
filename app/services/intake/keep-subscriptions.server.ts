import type pg from "pg";

import {
  ALL_PERMISSIONS,
  PERMISSIONS,
  topicsAllowedBy,
  type PermittedTopic,
} from "#app/domain/insight/permission.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { createSubscription, readSubscriptions } from "#app/infra/admin-api/documents/shop.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { withLock } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";

/** `told`: topics that Shopify tells now; `refused`: what it said of those that it will not, though their scope is granted. */
export type Subscribed = {
  told: PermittedTopic[];
  refused: { topic: PermittedTopic; reason: string }[];
};

/** Records, in the same transaction, topics that were not told before. */
type Record = (client: pg.PoolClient, added: readonly PermittedTopic[]) => Promise<void>;

/**
 * Has Shopify tell this shop's app all that its merchant allowed, and notes what that is: a permission may be given and taken
 * back in Shopify itself, and Shopify drops a subscription to which it could not deliver for days. Done again, it changes
 * nothing.
 */
export async function keepSubscriptions(
  deps: Deps,
  { shopId }: { shopId: number },
  record: Record = async () => undefined,
): Promise<Subscribed> {
  return withLock(deps.database.pool, `subscriptions:${shopId}`, async () => {
    const shop = await shopOf(deps, shopId);
    if (!isInstalled(shop)) return { told: [], refused: [] };
    const uri = new URL("/webhooks", deps.env.SHOPIFY_APP_URL).href;
    const { there, made, refused } = await subscribe(deps.adminApi(shop.domain), uri);
    for (const { topic, reason } of refused)
      deps.log.warn({ shopId, topic, reason }, "Shopify refused a subscription");
    const told = [...there, ...made];
    await inTransaction(deps.database.pool, async (client) => {
      const { rows } = await client.query<{ topic: PermittedTopic }>(KNOWN, [shopId]);
      const known = rows.map(({ topic }) => topic);
      await client.query(FORGET, [shopId, told]);
      await client.query(KEEP, [shopId, told, made, deps.now()]);
      await client.query(LOOKED, [shopId, deps.now()]);
      const added = told.filter((topic) => !known.includes(topic));
      if (added.length > 0) await record(client, added);
    });
    return { told, refused };
  });
}

/** Subscribes to what is allowed and not there yet. */
async function subscribe(
  api: AdminApi,
  uri: string,
): Promise<{ there: PermittedTopic[]; made: PermittedTopic[]; refused: Subscribed["refused"] }> {
  const found = await api.run(readSubscriptions, { topics: TOPICS.map(nameOf) });
  const scopes = found.currentAppInstallation.accessScopes.map(({ handle }) => handle);
  const names = found.webhookSubscriptions.nodes.flatMap((node) =>
    node.uri === uri ? [node.topic] : [],
  );
  const [there, made]: [PermittedTopic[], PermittedTopic[]] = [[], []];
  const refused: Subscribed["refused"] = [];
  for (const topic of topicsAllowedBy(scopes)) {
    if (names.includes(nameOf(topic))) {
      there.push(topic);
      continue;
    }
    const answer = await api.run(createSubscription, { topic: nameOf(topic), uri });
    const errors = answer.webhookSubscriptionCreate?.userErrors ?? [];
    if (errors.length === 0) made.push(topic);
    else refused.push({ topic, reason: errors.map(({ message }) => message).join("; ") });
  }
  return { there, made, refused };
}

const TOPICS = ALL_PERMISSIONS.flatMap(
  (each): readonly PermittedTopic[] => PERMISSIONS[each].topics,
);

const NAMES = {
  "disputes/create": "DISPUTES_CREATE",
  "disputes/update": "DISPUTES_UPDATE",
  "customers/merge": "CUSTOMERS_MERGE",
} as const;
const nameOf = (topic: PermittedTopic) => NAMES[topic];

const KNOWN = "SELECT topic FROM told_topic WHERE shop_id = $1";
const FORGET = "DELETE FROM told_topic WHERE shop_id = $1 AND NOT topic = ANY ($2::text[])";

/** What had to be asked for was not told until now, whatever was noted of it. $3 those of $2. */
const KEEP = `
  INSERT INTO told_topic AS t (shop_id, topic, since) SELECT $1, topic, $4 FROM unnest($2::text[]) AS n (topic)
  ON CONFLICT (shop_id, topic) DO UPDATE SET since = excluded.since WHERE t.topic = ANY ($3::text[])`;
const LOOKED = "UPDATE shop SET subscriptions_at = $2 WHERE id = $1";
