import { join } from "node:path";
import { checkoutShop } from "./checkout/core-shop.ts";
import type { CheckoutShop } from "./checkout/shop.ts";
import { Till } from "./checkout/till.ts";
import { CODES_FOR_FUNCTIONS } from "./checkout/assumptions.ts";
import type { FaultStore } from "./faults/store.ts";
import { discoverFunctions } from "./function/manifest.ts";
import { RunLog } from "./function/run-log.ts";
import { historyRoutes } from "./history/routes.ts";
import { orderActions } from "./orders/actions.ts";
import type { Route } from "./page/route.ts";
import { panelRoutes } from "./panel/routes.ts";
import { findShop, type ShellOptions } from "./shell/options.ts";
import { shellRoutes } from "./shell/routes.ts";
import type { World } from "./state.ts";
import { storefrontRoutes } from "./storefront/routes.ts";
import type { WebhookSender } from "./webhooks/sender.ts";

export type PagesOptions = Pick<ShellOptions, "app" | "mintIdToken" | "discountActions"> & {
  readonly world: World;
  readonly sender: WebhookSender;
  readonly faults: FaultStore;
};

export type Pages = {
  readonly routes: readonly Route[];
  readonly till: Till;
  readonly runs: RunLog;
  /** A store as its shoppers meet it; undefined when there is none of that handle. */
  readonly checkoutShop: (handle: string) => CheckoutShop | undefined;
};

/** Everything people see of the stand-in: storefronts, the admin around the app, the panel; and `/control/…/history`. */
export function standinPages({ world, sender, faults, ...shell }: PagesOptions): Pages {
  const runs = new RunLog();
  const manifests = discoverFunctions(join(world.config.appDir, "extensions"));
  const till = new Till({
    functions: { manifests, log: runs },
    codesForFunctions: CODES_FOR_FUNCTIONS,
  });
  const findStore = (handle: string): CheckoutShop | undefined => {
    const shop = findShop(world, handle);
    return shop && checkoutShop(world, shop);
  };
  const actionsOf = (handle: string) => {
    const shop = findShop(world, handle);
    if (!shop) throw new Error(`There is no shop ${handle}`);
    return orderActions(world, shop);
  };
  const routes = [
    ...storefrontRoutes({ till, findShop: findStore }),
    ...panelRoutes({ world, runs, sender, faults }),
    ...historyRoutes({ findShop: findStore, orderActions: actionsOf }),
    ...shellRoutes({
      ...shell,
      world,
      orderActions: (shop) => orderActions(world, shop),
      tunnelUrl: () => world.config.appUrl,
    }),
  ];
  return { routes, till, runs, checkoutShop: findStore };
}
