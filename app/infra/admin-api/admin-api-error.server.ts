import {
  GraphqlQueryError,
  HttpMaxRetriesError,
  HttpRequestError,
  HttpResponseError,
} from "@shopify/shopify-api";

/**
 * Why a call to the Admin API failed, as far as what to do next differs:
 * - `throttled`: nothing was done; the same call may go through after `waitMs`.
 * - `unavailable`: no answer, or one that says nothing; the call MAY have been carried out. Look before repeating.
 * - `unauthorized`: the access token is not valid (any more).
 * - `denied`: the app lacks a scope or the shop withholds data. `refused`: the request itself is wrong.
 */
export type AdminApiErrorKind = "throttled" | "unavailable" | "unauthorized" | "denied" | "refused";

export class AdminApiError extends Error {
  readonly kind: AdminApiErrorKind;
  readonly waitMs: number;

  constructor(
    kind: AdminApiErrorKind,
    message: string,
    options: { cause?: unknown; waitMs?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AdminApiError";
    this.kind = kind;
    this.waitMs = options.waitMs ?? 0;
  }
}

type Cost = {
  requestedQueryCost?: number;
  throttleStatus?: { currentlyAvailable?: number; restoreRate?: number };
};
type GraphqlBody = {
  errors?: { graphQLErrors?: { message: string; extensions?: { code?: string } }[] };
  extensions?: { cost?: Cost };
};

/** Sorts any error of Shopify's client library into ours. */
export function adminApiError(cause: unknown): AdminApiError {
  if (cause instanceof AdminApiError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof GraphqlQueryError) return fromGraphql(cause.body as GraphqlBody, cause);
  if (cause instanceof HttpResponseError) {
    const { code } = cause.response as { code: number };
    if (code === 401)
      return new AdminApiError("unauthorized", "Shopify no longer takes our access token.", {
        cause,
      });
    if (code === 429) return new AdminApiError("throttled", message, { cause, waitMs: 1_000 });
    if (code === 402 || code === 403 || code === 423) {
      return new AdminApiError("denied", "The shop is not open to apps at the moment.", { cause });
    }
    return new AdminApiError(code >= 500 ? "unavailable" : "refused", message, { cause });
  }
  if (cause instanceof HttpMaxRetriesError || cause instanceof HttpRequestError) {
    return new AdminApiError("unavailable", message, { cause });
  }
  return new AdminApiError("unavailable", message, { cause });
}

function fromGraphql(body: GraphqlBody, cause: unknown): AdminApiError {
  const errors = body.errors?.graphQLErrors ?? [];
  const codes = new Set(errors.map((error) => error.extensions?.code));
  const message = errors.map((error) => error.message).join(" ") || "Shopify refused the request.";
  if (codes.has("THROTTLED")) {
    return new AdminApiError("throttled", message, {
      cause,
      waitMs: waitFor(body.extensions?.cost),
    });
  }
  if (codes.has("ACCESS_DENIED")) return new AdminApiError("denied", message, { cause });
  if (codes.has("INTERNAL_SERVER_ERROR"))
    return new AdminApiError("unavailable", message, { cause });
  return new AdminApiError("refused", message, { cause });
}

/** How long the bucket takes to hold what the call asks for. */
function waitFor(cost: Cost | undefined): number {
  const missing =
    (cost?.requestedQueryCost ?? 100) - (cost?.throttleStatus?.currentlyAvailable ?? 0);
  const rate = cost?.throttleStatus?.restoreRate || 50;
  return Math.max(100, Math.ceil((missing / rate) * 1_000));
}
