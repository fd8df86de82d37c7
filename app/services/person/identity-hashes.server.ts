import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

import { guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { canonicalEmail, phoneDigits } from "#app/domain/policy/wire-key.ts";
import type { OrderIdentities } from "#app/domain/redemption/order-facts.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

export type IdentityKind = "customer" | "email" | "phone";

/** One identity of a shopper as we keep it. `hash` is hex; `guestHash` is what the checkout can compute too. */
export type IdentityHash = { kind: IdentityKind; hash: string; guestHash: string | null };

/** The shop's key for what the checkout sees, as four words. */
export function guestKeyOf(shop: Pick<Shop, "guestKey">): DigestKey {
  const bytes = Buffer.from(shop.guestKey);
  return [bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readInt32LE(12)];
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Made once a key: making it takes five times as long as a hash. */
function identityKeyOf({ identityKey }: Pick<Shop, "identityKey">): KeyObject {
  const key = keyObjects.get(identityKey) ?? createSecretKey(identityKey);
  keyObjects.set(identityKey, key);
  return key;
}

/** Who an order says its shopper is, as keyed hashes in a fixed order. The identities themselves go no further. */
export function identityHashes(
  shop: Pick<Shop, "identityKey" | "guestKey">,
  who: OrderIdentities,
): IdentityHash[] {
  const found: IdentityHash[] = [];
  const key = guestKeyOf(shop);
  const hash = (kind: IdentityKind, text: string) =>
    createHmac("sha256", identityKeyOf(shop)).update(`${kind}\n${text}`).digest("hex");
  if (who.customerId)
    found.push({ kind: "customer", hash: hash("customer", who.customerId), guestHash: null });
  const email = who.email ? canonicalEmail(who.email) : null;
  if (email)
    found.push({
      kind: "email",
      hash: hash("email", email),
      guestHash: guestIdentity(key, "e", email),
    });
  const phone = who.phone ? phoneDigits(who.phone) : null;
  if (phone)
    found.push({
      kind: "phone",
      hash: hash("phone", phone),
      guestHash: guestIdentity(key, "p", phone),
    });
  return found;
}
