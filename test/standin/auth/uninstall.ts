import type { ShopState, World } from "../state.ts";
import { shopPayload } from "../webhooks/shop-payload.ts";
import { revokeAll } from "./tokens.ts";

/** The merchant removes the app: its access ends at once, before the webhook says so. */
export function uninstallApp(world: World, shop: ShopState): void {
  if (!shop.installed) return;
  revokeAll(shop);
  shop.installed = false;
  shop.ownSubscriptions.clear();
  world.emit(shop, "app/uninstalled", shopPayload(shop));
}
