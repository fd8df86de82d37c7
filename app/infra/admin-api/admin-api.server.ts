import { setTimeout as sleep } from "node:timers/promises";

import type { ShopifyApp } from "../shopify/shopify-app.server.ts";
import { offlineAccess, type OfflineAccess } from "../shopify/offline-access.server.ts";
import type { Database } from "../db/database.server.ts";
import { adminApiError } from "./admin-api-error.server.ts";
import type { Operation } from "./operation.ts";

/** The Admin API of one shop, as the app itself (not as a member of staff). */
export type AdminApi = {
  /**
   * Runs one operation. Waits and repeats while Shopify throttles; a read is also repeated when no answer came.
   * @throws AdminApiError for everything else; see its kinds for what a caller may do.
   */
  run<Result, Variables extends Record<string, unknown>>(
    operation: Operation<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
};

const ATTEMPTS = 5;

export function adminApiOf(shopify: ShopifyApp, database: Database, shopDomain: string): AdminApi {
  const access = offlineAccess(shopify, database, shopDomain);
  return {
    async run(operation, variables) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(access, operation, variables);
        } catch (error) {
          const failure = adminApiError(error);
          const repeatable =
            failure.kind === "throttled" ||
            (failure.kind === "unavailable" && operation.kind === "query");
          if (!repeatable || attempt === ATTEMPTS) throw failure;
          await sleep(Math.max(failure.waitMs, 100 * 2 ** attempt));
        }
      }
    },
  };
}

/** One call; a token that was replaced meanwhile (or has just expired) is fetched anew, once. */
async function once<Result, Variables extends Record<string, unknown>>(
  access: OfflineAccess,
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const admin = await access.admin();
  const call = async (graphql: typeof admin.graphql) => {
    const response = await graphql(operation.document, { variables });
    return ((await response.json()) as { data: Result }).data;
  };
  try {
    return await call(admin.graphql);
  } catch (error) {
    if (adminApiError(error).kind !== "unauthorized") throw error;
    return await call((await access.renewed(admin.token)).graphql);
  }
}
