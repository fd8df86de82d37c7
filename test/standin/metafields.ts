import { createHash } from "node:crypto";
import { DISCOUNT_TYPES, gid, idOf } from "./gid.ts";
import type { Metafield, ShopState, World, WorldConfig } from "./state.ts";

/** A discount has three ids but one set of metafields. */
export function metafieldOwner(ownerId: string): string {
  const discount = idOf(ownerId, ...DISCOUNT_TYPES);
  return discount === undefined ? ownerId : gid("DiscountNode", discount);
}

/**
 * An app's reserved namespace, as stored: `$app`, or none at all, is `app--<id>`; `$app:name` is `app--<id>--name`.
 * Any other namespace is as it was.
 */
export function spelledNamespace(
  config: Pick<WorldConfig, "appId">,
  namespace: string | null | undefined,
): string {
  const own = `app--${config.appId}`;
  if (namespace === undefined || namespace === null || namespace === "$app") return own;
  return namespace.startsWith("$app:") ? `${own}--${namespace.slice("$app:".length)}` : namespace;
}

export function metafieldsOf(shop: ShopState, ownerId: string): Metafield[] {
  const owner = metafieldOwner(ownerId);
  return [...shop.metafields.values()].filter((metafield) => metafield.ownerId === owner);
}

/** `namespace` as stored, see `spelledNamespace`. */
export function metafieldOf(
  shop: ShopState,
  ownerId: string,
  namespace: string,
  key: string,
): Metafield | undefined {
  return shop.metafields.get(metafieldKey(ownerId, namespace, key));
}

export function putMetafield(
  world: World,
  shop: ShopState,
  field: Pick<Metafield, "ownerId" | "namespace" | "key" | "type" | "value">,
): Metafield {
  const at = metafieldKey(field.ownerId, field.namespace, field.key);
  const known = shop.metafields.get(at);
  const compareDigest = digestOf(field.value);
  if (known) {
    return Object.assign(known, {
      type: field.type,
      value: field.value,
      compareDigest,
      updatedAt: world.now(),
    });
  }
  const made: Metafield = {
    ...field,
    id: world.nextId("Metafield"),
    ownerId: metafieldOwner(field.ownerId),
    compareDigest,
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  shop.metafields.set(at, made);
  return made;
}

export function dropMetafield(shop: ShopState, ownerId: string, namespace: string, key: string) {
  return shop.metafields.delete(metafieldKey(ownerId, namespace, key));
}

/** When their owner goes, so do they. */
export function dropMetafieldsOf(shop: ShopState, ownerId: string): void {
  for (const { namespace, key } of metafieldsOf(shop, ownerId)) {
    dropMetafield(shop, ownerId, namespace, key);
  }
}

function metafieldKey(ownerId: string, namespace: string, key: string): string {
  return `${metafieldOwner(ownerId)} ${namespace} ${key}`;
}

function digestOf(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}
