/**
 * What Shopify tells only where the merchant allowed it, with the scope that it needs and the topics that tell it.
 * Source: `WebhookSubscriptionTopic` of the Admin API. No `shopify.app.toml` can ask for these: it would have to require
 * the scope of everybody.
 */
export const PERMISSIONS = {
  disputes: {
    scope: "read_shopify_payments_disputes",
    topics: ["disputes/create", "disputes/update"],
  },
  merges: { scope: "read_customer_merge", topics: ["customers/merge"] },
} as const;

export type Permission = keyof typeof PERMISSIONS;
export type PermittedTopic = (typeof PERMISSIONS)[Permission]["topics"][number];

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** Null of a text that names none. */
export function readPermission(text: string): Permission | null {
  return ALL_PERMISSIONS.find((each) => each === text) ?? null;
}

/** The topics that Shopify tells where these scopes were granted. */
export function topicsAllowedBy(scopes: readonly string[]): PermittedTopic[] {
  return ALL_PERMISSIONS.flatMap((each) => {
    const { scope, topics } = PERMISSIONS[each];
    return scopes.includes(scope) ? [...topics] : [];
  });
}

/** Since when all of a permission's topics are told; null where one is not. */
export function toldSince(
  permission: Permission,
  told: readonly { topic: string; since: string }[],
): string | null {
  const since = PERMISSIONS[permission].topics.map(
    (topic) => told.find((each) => each.topic === topic)?.since ?? null,
  );
  return since.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
}
