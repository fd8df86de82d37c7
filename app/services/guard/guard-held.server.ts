import { GUEST_OVERFLOWS, type GuardHeld, type GuestOverflow } from "#app/domain/guard/held.ts";
import { heldSchema } from "#app/domain/guard/held.schema.ts";
import { GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { METAFIELD_LIMIT_BYTES, RULES_KEYS } from "#app/domain/policy/metafields.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

export function guestOverflowOf({ guestOverflow }: Pick<Shop, "guestOverflow">): GuestOverflow {
  return GUEST_OVERFLOWS.find((overflow) => overflow === guestOverflow) ?? "sign_in";
}

/** What the checkout has room for; all there is, before anything was written. */
export function guardHeldOf(shop: Pick<Shop, "guardHeld" | "guestOverflow">): GuardHeld {
  const read = heldSchema.safeParse(shop.guardHeld);
  if (read.success) return read.data;
  return {
    ...{ identities: 0, capacity: GUESTS_CAPACITY },
    ...{ bytes: 0, limitBytes: METAFIELD_LIMIT_BYTES * RULES_KEYS.length },
    ...{ folded: [], dropped: [], switched: [], overflow: guestOverflowOf(shop) },
  };
}
