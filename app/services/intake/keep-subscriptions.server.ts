import {
  ALL_PERMISSIONS,
  PERMISSIONS,
  topicsAllowedBy,
  type PermittedTopic,
} from "#app/domain/insight/permission.ts";
import { createSubscription, readSubscriptions } from "#app/infra/admin-api/documents/shop.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { withLock } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { assertNoUserErrors } from "../sync/sync-failure.server.ts";

/**
 * Has Shopify tell this shop's app all that its merchant allowed, and notes what that is: a permission may be given and taken
 * back in Shopify itself, and Shopify drops a subscription to which it could not deliver for days. Done again, it changes
 * nothing. @throws SyncFailure when Shopify refuses a subscription.
 */
export async function keepSubscriptions(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  await withLock(deps.database.pool, `subscriptions:${shopId}`, async () => {
    const shop = await shopOf(deps, shopId);
    if (!isInstalled(shop)) return;
    const api = deps.adminApi(shop.domain);
    const uri = new URL("/webhooks", deps.env.SHOPIFY_APP_URL).href;
    const found = await api.run(readSubscriptions, { topics: TOPICS.map(nameOf) });
    const allowed = topicsAllowedBy(
      found.currentAppInstallation.accessScopes.map(({ handle }) => handle),
    );
    const there = found.webhookSubscriptions.nodes.filter((node) => node.uri === uri);
    for (const topic of allowed) {
      if (there.some((node) => node.topic === nameOf(topic))) continue;
      const { webhookSubscriptionCreate: made } = await api.run(createSubscription, {
        ...{ topic: nameOf(topic), uri },
      });
      assertNoUserErrors(
        made?.userErrors.map((error) => ({ ...error, code: null })),
        `tell of ${topic}`,
      );
    }
    await inTransaction(deps.database.pool, async (client) => {
      await client.query(FORGET, [shopId, allowed]);
      await client.query(KEEP, [shopId, allowed, deps.now()]);
    });
  });
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

const FORGET = "DELETE FROM told_topic WHERE shop_id = $1 AND NOT topic = ANY ($2::text[])";
const KEEP = `
  INSERT INTO told_topic (shop_id, topic, since) SELECT $1, topic, $3 FROM unnest($2::text[]) AS t (topic)
  ON CONFLICT (shop_id, topic) DO NOTHING`;
