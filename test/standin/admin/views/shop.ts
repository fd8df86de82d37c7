import { gid } from "../../gid.ts";
import type { AdminContext, View } from "../context.ts";
import { instant } from "../scalars.ts";
import { metafieldFields } from "./metafields.ts";

export function shopView(context: AdminContext): View {
  const { shop } = context;
  const id = gid("Shop", shop.id);
  const url = `https://${shop.domain}`;
  return {
    __typename: "Shop",
    id,
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    primaryDomain: { __typename: "Domain", host: shop.domain, url },
    url,
    ianaTimezone: shop.ianaTimezone,
    currencyCode: shop.currencyCode,
    createdAt: instant(shop.createdAt),
    plan: {
      __typename: "ShopPlan",
      displayName: PLAN_NAMES[shop.plan],
      publicDisplayName: PLAN_NAMES[shop.plan],
      partnerDevelopment: false,
      shopifyPlus: shop.plan === "plus",
    },
    shopOwnerName: ownerName(context),
    ...metafieldFields(context, id),
  };
}

const PLAN_NAMES = { standard: "Basic", advanced: "Advanced", plus: "Shopify Plus" } as const;

function ownerName({ shop }: AdminContext): string {
  const owner = shop.staff.find(({ accountOwner }) => accountOwner);
  return owner ? `${owner.firstName} ${owner.lastName}` : "";
}

/** One app, one installation in a shop: it goes by the app's number. */
export function installationView(context: AdminContext): View {
  const id = gid("AppInstallation", context.world.config.appId);
  return {
    __typename: "AppInstallation",
    id,
    accessScopes: [...context.shop.grantedScopes].map(scopeView),
    app: appView(context),
    ...metafieldFields(context, id),
  };
}

export function appView({ world }: AdminContext): View {
  return {
    __typename: "App",
    id: gid("App", world.config.appId),
    apiKey: world.config.apiKey,
    embedded: true,
    requestedAccessScopes: world.config.scopes.map(scopeView),
  };
}

/** An app that is not ours to look into: what it calls itself is its number, too. */
export function foreignAppView(title: string): View {
  let id = 7;
  for (const letter of title) id = (id * 31 + letter.charCodeAt(0)) % 1_000_000_007;
  return { __typename: "App", id: gid("App", id), title, handle: title.toLowerCase() };
}

function scopeView(handle: string): View {
  return { __typename: "AccessScope", handle, description: handle.replaceAll("_", " ") };
}
