import type { ShopState, World } from "../state.ts";
import { gid } from "../gid.ts";
import { localInstant } from "../orders/local-instant.ts";

/** The app's access tokens hold no more. With `refresh` it cannot renew them either and needs somebody to open it. */
export function revokeTokens(shop: ShopState, refresh: boolean): void {
  shop.accessTokens.clear();
  if (refresh) shop.refreshTokens.clear();
}

/** Changes what the shop allows the app, and with it what tokens that are out may do. */
export function changeScopes(
  world: World,
  shop: ShopState,
  {
    grant = [],
    drop = [],
  }: { readonly grant?: readonly string[]; readonly drop?: readonly string[] },
): void {
  const previous = [...shop.grantedScopes];
  const tokens = [...shop.accessTokens.values()];
  for (const scope of grant) {
    shop.grantedScopes.add(scope);
    for (const token of tokens) token.scopes.add(scope);
  }
  for (const scope of drop) {
    shop.grantedScopes.delete(scope);
    for (const token of tokens) token.scopes.delete(scope);
  }
  world.emit(shop, "app/scopes_update", {
    id: shop.id,
    admin_graphql_api_id: gid("AppInstallation", world.config.appId),
    previous,
    current: [...shop.grantedScopes],
    updated_at: localInstant(world.now(), shop.ianaTimezone),
  });
}
