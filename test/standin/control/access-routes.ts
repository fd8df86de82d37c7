import { throttleStatus } from "../admin/bucket.ts";
import { usageOf } from "../admin/usage.ts";
import { changeScopes, revokeTokens } from "../auth/take-away.ts";
import type { Route, WebRequest } from "../page/route.ts";
import type { BucketRate, ShopState, World } from "../state.ts";
import { PLANS } from "../world.ts";
import { answering, fieldsOf, Refusal, shopOf, wholeNumber } from "./answer.ts";
import type { ControlOptions } from "./options.ts";

/** What the app may do in a shop: its tokens, its scopes, its bucket, and what it took out of that. */
export function accessRoutes({ world }: ControlOptions): readonly Route[] {
  const post = (name: string, act: (shop: ShopState, request: WebRequest) => unknown): Route => ({
    method: "POST",
    path: `/control/:handle/${name}`,
    handle: answering((request) => act(shopOf(world, request), request)),
  });
  return [
    post("revoke", (shop, request) => {
      revokeTokens(shop, fieldsOf(request)["refresh"] === true);
    }),
    post("scopes", (shop, request) => {
      const { grant = [], drop = [] } = fieldsOf(request);
      if (!isTexts(grant) || !isTexts(drop)) throw new Refusal(422, "grant, drop: lists of scopes");
      changeScopes(world, shop, { grant, drop });
      return { grantedScopes: [...shop.grantedScopes] };
    }),
    post("plan", (shop, request) => changePlan(world, shop, request)),
    {
      method: "GET",
      path: "/control/:handle/usage",
      handle: answering((request) => {
        const shop = shopOf(world, request);
        const bucket = throttleStatus(world, shop);
        return { ...usageOf(world, shop.domain), plan: shop.plan, bucket };
      }),
    },
    {
      method: "DELETE",
      path: "/control/:handle/usage",
      handle: answering((request) => {
        world.usage.delete(shopOf(world, request).domain);
      }),
    },
  ];
}

/** A plan's numbers, or others beside it. The bucket is full afterwards. */
function changePlan(world: World, shop: ShopState, request: WebRequest) {
  const fields = fieldsOf(request);
  const { plan = shop.plan } = fields;
  if (plan !== "standard" && plan !== "advanced" && plan !== "plus") {
    throw new Refusal(422, "plan: standard, advanced or plus");
  }
  const bucket = wholeNumber(fields, "bucket");
  const restoreRate = wholeNumber(fields, "restoreRate");
  shop.plan = plan;
  const usual = PLANS[plan];
  const rate: BucketRate = {
    bucket: bucket ?? usual.bucket,
    restoreRate: restoreRate ?? usual.restoreRate,
  };
  shop.rate = bucket === undefined && restoreRate === undefined ? undefined : rate;
  shop.bucket = { available: rate.bucket, at: world.now() };
  return { plan, bucket: throttleStatus(world, shop) };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
