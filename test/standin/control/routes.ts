import type { Route } from "../page/route.ts";
import { accessRoutes } from "./access-routes.ts";
import { customerRoutes } from "./customer-routes.ts";
import { discountRoutes } from "./discount-routes.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import type { ControlOptions } from "./options.ts";
import { orderRoutes } from "./order-routes.ts";
import { messyStoreRoutes } from "../messy/routes.ts";
import { shopRoutes } from "./shop-routes.ts";
import { worldRoutes } from "./world-routes.ts";

/** Everything under `/control`, for tests and scripts; see the README beside. Those of no shop come first. */
export function controlRoutes(options: ControlOptions): readonly Route[] {
  return [
    ...worldRoutes(options),
    ...deliveryRoutes(options),
    ...faultRoutes(options),
    ...accessRoutes(options),
    ...discountRoutes(options),
    ...messyStoreRoutes(options),
    ...shopRoutes(options),
    ...orderRoutes(options),
    ...customerRoutes(options),
  ];
}
