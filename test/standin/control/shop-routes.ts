import { statusOf, usageOf } from "../admin/discounts/status.ts";
import { uninstallApp } from "../auth/uninstall.ts";
import { gid } from "../gid.ts";
import type { Route, WebRequest } from "../page/route.ts";
import type { Discount, ShopState } from "../state.ts";
import {
  customerRedactPayload,
  dataRequestPayload,
  shopRedactPayload,
} from "../webhooks/payloads.ts";
import { answering, fieldsOf, idFrom, memberOf, Refusal, shopOf } from "./answer.ts";
import type { ControlOptions } from "./options.ts";

/** A shop, its discounts and metafields, and what its staff does to the app. */
export function shopRoutes(options: ControlOptions): readonly Route[] {
  const { world, discountActions, mintIdToken } = options;
  const onDiscount = (
    verb: string,
    change: (shop: ShopState, discount: Discount) => void,
  ): Route => ({
    method: "POST",
    path: `/control/:handle/discounts/:id/${verb}`,
    handle: answering((request) => {
      const shop = shopOf(world, request);
      change(shop, memberOf(shop.discounts.values(), request, "discount"));
    }),
  });
  return [
    {
      method: "GET",
      path: "/control/shops",
      handle: answering(() => ({ shops: [...world.shops.values()].map(shopView) })),
    },
    {
      method: "GET",
      path: "/control/:handle/discounts",
      handle: answering((request) => {
        const discounts = [...shopOf(world, request).discounts.values()];
        const codes = request.query.get("codes") !== "false";
        return { discounts: discounts.map((one) => discountView(one, world.now(), codes)) };
      }),
    },
    onDiscount("activate", discountActions.activate),
    onDiscount("deactivate", discountActions.deactivate),
    onDiscount("delete", discountActions.remove),
    {
      method: "GET",
      path: "/control/:handle/metafields",
      handle: answering((request) => {
        const owner = request.query.get("owner");
        const all = [...shopOf(world, request).metafields.values()];
        return { metafields: all.filter(({ ownerId }) => !owner || ownerId === owner) };
      }),
    },
    {
      method: "POST",
      path: "/control/:handle/session-token",
      handle: answering((request) => {
        const shop = shopOf(world, request);
        return { token: mintIdToken(shop, staffOf(shop, request)) };
      }),
    },
    {
      method: "POST",
      path: "/control/:handle/uninstall",
      handle: answering((request) => {
        const shop = shopOf(world, request);
        if (!shop.installed) throw new Refusal(409, "The app is not installed");
        uninstallApp(world, shop);
      }),
    },
    {
      method: "POST",
      path: "/control/:handle/install",
      handle: answering((request) => {
        shopOf(world, request).installed = true;
      }),
    },
    {
      method: "POST",
      path: "/control/:handle/compliance",
      handle: answering((request) => sendCompliance(options, request)),
    },
  ];
}

function shopView(shop: ShopState) {
  const { id, handle, domain, name, currencyCode, ianaTimezone, plan, installed } = shop;
  const facts = { id, handle, domain, name, currencyCode, ianaTimezone, plan, installed };
  return {
    ...facts,
    grantedScopes: [...shop.grantedScopes],
    staff: shop.staff,
    segments: shop.segments,
    customers: shop.customers.length,
    orders: shop.orders.length,
    discounts: shop.discounts.size,
  };
}

function discountView(discount: Discount, now: Date, withCodes: boolean) {
  const { id, title, method, type, startsAt, endsAt } = discount;
  const codes = discount.method === "code" ? discount.redeemCodes : undefined;
  return {
    id,
    gid: gid(method === "code" ? "DiscountCodeNode" : "DiscountAutomaticNode", id),
    title,
    method,
    type,
    status: statusOf(discount, now),
    startsAt,
    endsAt: endsAt ?? null,
    uses: usageOf(discount),
    codeCount: codes?.size ?? 0,
    ...(withCodes && {
      codes: [...(codes ?? [])].map(({ code, usageCount }) => ({ code, uses: usageCount })),
    }),
  };
}

/** `{"staffId"}`, or the shop's owner. */
function staffOf(shop: ShopState, request: WebRequest) {
  const { staffId } = fieldsOf(request);
  const staff = shop.staff.find(({ id, accountOwner }) =>
    staffId === undefined ? accountOwner : id === Number(staffId),
  );
  if (!staff) throw new Refusal(404, `There is no staff member ${String(staffId)}`);
  return staff;
}

/** Shopify sends these days later; here they go at once. */
function sendCompliance({ world }: ControlOptions, request: WebRequest): void {
  const shop = shopOf(world, request);
  const { topic, customerId } = fieldsOf(request);
  if (topic === "shop/redact") return world.emit(shop, topic, shopRedactPayload(shop));
  const customer = shop.customers.find(({ id }) => id === idFrom(String(customerId)));
  if (!customer) throw new Refusal(404, `There is no customer ${String(customerId)}`);
  if (topic === "customers/redact") {
    return world.emit(shop, topic, customerRedactPayload(shop, customer));
  }
  if (topic !== "customers/data_request") {
    throw new Refusal(422, "topic: shop/redact, customers/redact or customers/data_request");
  }
  const payload = dataRequestPayload(shop, customer, world.nextId("DataRequest"));
  world.emit(shop, topic, payload);
}
