import * as bulk from "./bulk.ts";
import * as codeSubmissions from "./code-submissions.ts";
import * as codes from "./codes.ts";
import * as customers from "./customers.ts";
import * as discountChanges from "./discount-changes.ts";
import * as discounts from "./discounts.ts";
import * as guard from "./guard.ts";
import * as orderEffects from "./order-effects.ts";
import * as orders from "./orders.ts";
import * as shop from "./shop.ts";
import * as store from "./store.ts";

/**
 * Every call the app makes to the Admin API (2026-10), by its name. `npm run codegen` checks them against Shopify's
 * schema and writes their types; the stand-in refuses what it does not implement, so none of them can be made up.
 */
export const allDocuments = {
  ...bulk,
  ...codeSubmissions,
  ...codes,
  ...customers,
  ...discountChanges,
  ...discounts,
  ...guard,
  ...orderEffects,
  ...orders,
  ...shop,
  ...store,
};
