import type { OrderActions } from "../checkout/order-actions.ts";
import type { Discount, ShopState, StaffMember, World } from "../state.ts";

/** What the admin needs of the rest of the stand-in. */
export type ShellOptions = {
  readonly world: World;
  /** The app's name in addresses and in menus. */
  readonly app: { readonly handle: string; readonly name: string };
  /** Where the app is reached, undefined while nobody said; see `tunnel.ts`. */
  readonly tunnelUrl: () => string | undefined;
  readonly mintIdToken: (shop: ShopState, staff: StaffMember) => string;
  readonly orderActions: (shop: ShopState) => OrderActions;
  readonly discountActions: DiscountActions;
};

/** What a merchant can do to a discount in Shopify itself, behind the app's back. */
export type DiscountActions = {
  readonly activate: (shop: ShopState, discount: Discount) => void;
  readonly deactivate: (shop: ShopState, discount: Discount) => void;
  readonly remove: (shop: ShopState, discount: Discount) => void;
};

export function findShop(world: World, handle: string): ShopState | undefined {
  return [...world.shops.values()].find((shop) => shop.handle === handle);
}
