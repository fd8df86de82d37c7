import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { describeFailure } from "./sync-failure.server.ts";

const BUSY = "Shopify did not answer. Nothing was begun; try again in a minute.";

/** What to tell somebody whose wish Shopify did not take: nothing was begun. @throws what is no answer of Shopify's. */
export function notAsked(error: unknown): string {
  if (!(error instanceof AdminApiError)) throw error;
  if (error.kind === "throttled" || error.kind === "unavailable") return BUSY;
  return describeFailure(error).message;
}
