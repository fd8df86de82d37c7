import { guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { canonicalEmail, phoneDigits } from "#app/domain/policy/wire-key.ts";
import type { OrderIdentities } from "#app/domain/redemption/order-facts.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { keyedHash } from "#app/infra/keyed-hash.server.ts";

export type IdentityKind = "customer" | "email" | "phone";

/** One identity of a shopper as we keep it. `hash` is hex; `guestHash` is what the checkout can compute too. */
export type IdentityHash = { kind: IdentityKind; hash: string; guestHash: string | null };

/** The shop's key for what the checkout sees, as four words. */
export function guestKeyOf(shop: Pick<Shop, "guestKey">): DigestKey {
  const bytes = Buffer.from(shop.guestKey);
  return [bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readInt32LE(12)];
}

const hashers = new WeakMap<Uint8Array, (text: string) => string>();

/** Made once a key. */
function hasherUnder({ identityKey }: Pick<Shop, "identityKey">): (text: string) => string {
  const hasher = hashers.get(identityKey) ?? keyedHash(identityKey, "hex");
  hashers.set(identityKey, hasher);
  return hasher;
}

/** Who an order says its shopper is, as keyed hashes in a fixed order. The identities themselves go no further. */
export function identityHashes(
  shop: Pick<Shop, "identityKey" | "guestKey">,
  who: OrderIdentities,
): IdentityHash[] {
  const found: IdentityHash[] = [];
  const key = guestKeyOf(shop);
  const hasher = hasherUnder(shop);
  const hash = (kind: IdentityKind, text: string) => hasher(`${kind}\n${text}`);
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
