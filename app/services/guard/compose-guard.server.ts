import type { GuardHeld } from "#app/domain/guard/held.ts";
import { GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { shopTexts } from "../message/shop-texts.server.ts";
import { seasonsOf } from "../season/season-rows.server.ts";
import { activeCampaigns } from "./active-campaigns.server.ts";
import { guardHeldOf, guestOverflowOf } from "./guard-held.server.ts";
import { guestShards, type GuestsAsked } from "./guest-shards.server.ts";
import { rulesText } from "./rules-text.server.ts";

/** What the checkout function should read of the whole shop, in shards; `today`: the shop's local date it is of. */
export type ComposedGuard = {
  rules: readonly string[];
  guests: readonly string[];
  held: GuardHeld;
  today: string;
};

/**
 * Composes the rules of all campaigns and the digests of guests for the shop's day, as far as there is room. `asked`: with
 * the digests of some people only; which campaigns' guests are compared is then what was found for all of them last.
 */
export async function composeGuard(
  deps: Deps,
  shop: Shop,
  asked?: GuestsAsked,
): Promise<ComposedGuard> {
  const today = zoneOf(shop.timeZone).dayOf(asked?.at ?? deps.now());
  const setting = { seasons: await seasonsOf(deps.database.prisma, shop.id), today };
  const campaigns = await activeCampaigns(deps, shop.id, asked?.at);
  const guests = await guestShards(deps, shop, campaigns, setting, asked);
  const { identities } = guests;
  const { switched } = asked ? guardHeldOf(shop) : guests;
  const overflow = guestOverflowOf(shop);
  const texts = await shopTexts(deps, shop);
  const rest = { ...setting, texts, switched, overflow, at: asked?.at };
  const { shards, ...rules } = await rulesText(deps, shop, campaigns, rest);
  const held = { identities, capacity: GUESTS_CAPACITY, switched, overflow, ...rules };
  return { rules: shards, guests: guests.shards, held, today };
}
