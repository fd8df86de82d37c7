import { sayUserError, type UserError } from "#app/domain/discount/say-user-error.ts";
import { AdminApiError, SHOP_CLOSED } from "#app/infra/admin-api/admin-api-error.server.ts";

/** Shopify will not do it until a person changes something: shown on the campaign, not tried again by itself. */
export class SyncFailure extends Error {
  override readonly name = "SyncFailure";
}

/** Nothing to decide: what failed for this goes on by itself as soon as there is access again. */
export const ACCESS_LOST =
  "Bonafide has no valid access to the shop. Open Bonafide in the Shopify admin once; it goes on by itself then.";

/** @throws SyncFailure with Shopify's reasons in our words, when it gave any. */
export function assertNoUserErrors(errors: readonly UserError[] | undefined, doing: string): void {
  if (!errors || errors.length === 0) return;
  const reasons = [...new Set(errors.map(sayUserError))].join(" ");
  throw new SyncFailure(`Shopify refused to ${doing}: ${reasons}`);
}

/** @throws SyncFailure with what Shopify would not take, before it is asked. */
export function assertAcceptable(refusals: readonly { message: string }[], doing: string): void {
  if (refusals.length === 0) return;
  const reasons = refusals.map(({ message }) => message).join(" ");
  throw new SyncFailure(`Shopify would refuse to ${doing}: ${reasons}`);
}

/** What to show on the campaign for an error of the sync, and whether time alone may mend it. */
export function describeFailure(error: unknown): { message: string; mayPass: boolean } {
  if (error instanceof SyncFailure) return { message: error.message, mayPass: false };
  if (!(error instanceof AdminApiError)) {
    return {
      message: "Something went wrong in Bonafide. It is tried again by itself.",
      mayPass: true,
    };
  }
  switch (error.kind) {
    case "throttled":
    case "unavailable":
      return {
        message: "Shopify does not answer at the moment. It is tried again by itself.",
        mayPass: true,
      };
    case "unauthorized":
      return { message: ACCESS_LOST, mayPass: false };
    case "denied":
      return { message: deniedWords(error), mayPass: false };
    case "refused":
      return { message: `Shopify refused the request: ${error.message}`, mayPass: false };
  }
}

function deniedWords({ message }: AdminApiError): string {
  return message === SHOP_CLOSED
    ? `${SHOP_CLOSED} Try again when it is.`
    : `Shopify does not let Bonafide do this: ${message} Update the app's permissions, then try again.`;
}
