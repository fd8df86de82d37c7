import type { ShopState, World } from "../state.ts";
import { text } from "../admin/input.ts";
import { readIdToken } from "./id-token.ts";
import {
  issueOffline,
  issueOnline,
  OFFLINE_TOKEN_SECONDS,
  REFRESH_TOKEN_SECONDS,
  rotate,
  type IssuedOffline,
} from "./tokens.ts";

export type OAuthAnswer = { readonly status: number; readonly body: unknown };

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

/** `POST /admin/oauth/access_token`: token exchange and refresh. */
export function grantAccess(
  world: World,
  shop: ShopState,
  request: Readonly<Record<string, unknown>>,
): OAuthAnswer {
  const { client_id: id, client_secret: secret } = request;
  if (id !== world.config.apiKey || secret !== world.config.apiSecret) {
    return refused("invalid_client", "Client authentication failed.");
  }
  switch (request["grant_type"]) {
    case TOKEN_EXCHANGE:
      return exchange(world, shop, request);
    case "refresh_token":
      return refresh(world, shop, text(request["refresh_token"]));
    default:
      return refused("unsupported_grant_type", "The stand-in knows token exchange and refresh.");
  }
}

function exchange(
  world: World,
  shop: ShopState,
  request: Readonly<Record<string, unknown>>,
): OAuthAnswer {
  if (request["subject_token_type"] !== ID_TOKEN) {
    return refused("invalid_request", "Unsupported subject_token_type.");
  }
  const claims = readIdToken(world, shop, text(request["subject_token"]));
  const staff = shop.staff.find(({ id }) => String(id) === claims?.sub);
  if (!claims || !staff) return refused("invalid_subject_token", "The id_token does not hold.");
  // With Shopify's managed installation, opening the app installs it.
  install(world, shop);
  switch (request["requested_token_type"]) {
    case OFFLINE:
      return offlineAnswer(shop, issueOffline(world, shop, request["expiring"] === "1"));
    case ONLINE: {
      const { token, expiresAt } = issueOnline(world, shop, staff);
      const life = ((expiresAt?.getTime() ?? 0) - world.now().getTime()) / 1_000;
      return {
        status: 200,
        body: {
          access_token: token,
          scope: scopeText(shop),
          expires_in: Math.floor(life),
          associated_user_scope: scopeText(shop),
          associated_user: {
            id: staff.id,
            first_name: staff.firstName,
            last_name: staff.lastName,
            email: staff.email,
            account_owner: staff.accountOwner,
            locale: staff.locale,
            collaborator: staff.collaborator,
            email_verified: true,
          },
        },
      };
    }
    default:
      return refused("invalid_request", "Unsupported requested_token_type.");
  }
}

function refresh(world: World, shop: ShopState, token: string): OAuthAnswer {
  const issued = shop.installed ? rotate(world, shop, token) : undefined;
  return issued
    ? offlineAnswer(shop, issued)
    : refused("invalid_grant", "The refresh token is unknown, used or expired.");
}

function offlineAnswer(shop: ShopState, { access, refresh: renewal }: IssuedOffline): OAuthAnswer {
  return {
    status: 200,
    body: {
      access_token: access.token,
      scope: scopeText(shop),
      ...(renewal && {
        expires_in: OFFLINE_TOKEN_SECONDS,
        refresh_token: renewal.token,
        refresh_token_expires_in: REFRESH_TOKEN_SECONDS,
      }),
    },
  };
}

function install(world: World, shop: ShopState): void {
  if (shop.installed) return;
  shop.installed = true;
  for (const scope of world.config.scopes) shop.grantedScopes.add(scope);
}

/** Shopify leaves out a read scope that a write scope includes. */
function scopeText({ grantedScopes }: ShopState): string {
  return [...grantedScopes]
    .filter(
      (scope) =>
        !grantedScopes.has(scope.replace(/^read_/, "write_")) || scope.startsWith("write_"),
    )
    .join(",");
}

function refused(error: string, description: string): OAuthAnswer {
  return { status: 400, body: { error, error_description: description } };
}
