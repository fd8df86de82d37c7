import {
  GraphqlQueryError,
  HttpMaxRetriesError,
  HttpRequestError,
  HttpResponseError,
} from "@shopify/shopify-api";

import { costIn, type AnswerCost } from "./answer-cost.ts";

/**
 * Why a call to the Admin API failed, as far as what to do next differs:
 * - `throttled`: nothing was done; the same call may go through after `waitMs`.
 * - `unavailable`: no answer, or one that says nothing; the call MAY have been carried out. Look before repeating.
 * - `unauthorized`: the access token is not valid (any more).
 * - `denied`: the app lacks a scope or the shop withholds data. `refused`: the request itself is wrong.
 */
export type AdminApiErrorKind = "throttled" | "unavailable" | "unauthorized" | "denied" | "refused";

/** Frozen, paused, or behind on its bill: no permission would help. */
export const SHOP_CLOSED = "The shop is not open to apps at the moment.";

type Details = { cause?: unknown; waitMs?: number; cost?: AnswerCost | null };

export class AdminApiError extends Error {
  readonly kind: AdminApiErrorKind;
  /** What Shopify asked to wait; 0 when it did not say. */
  readonly waitMs: number;
  /** What the answer said of the shop's cost points. */
  readonly cost: AnswerCost | null;

  constructor(kind: AdminApiErrorKind, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "AdminApiError";
    this.kind = kind;
    this.waitMs = details.waitMs ?? 0;
    this.cost = details.cost ?? null;
  }
}

type GraphqlBody = {
  errors?: { graphQLErrors?: { message: string; extensions?: { code?: string } }[] };
  extensions?: unknown;
};

/** Sorts any error of Shopify's client library into ours. */
export function adminApiError(cause: unknown): AdminApiError {
  if (cause instanceof AdminApiError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof GraphqlQueryError) return fromGraphql(cause.body as GraphqlBody, cause);
  if (cause instanceof HttpResponseError) return fromStatus(cause as HttpFailure, message);
  if (cause instanceof HttpMaxRetriesError || cause instanceof HttpRequestError) {
    return new AdminApiError("unavailable", message, { cause });
  }
  return new AdminApiError("unavailable", message, { cause });
}

type HttpFailure = HttpResponseError & {
  response: { code: number; headers?: Record<string, unknown> };
};

function fromStatus(cause: HttpFailure, message: string): AdminApiError {
  const { code, headers } = cause.response;
  if (code === 401) {
    const text = "Shopify no longer takes our access token.";
    return new AdminApiError("unauthorized", text, { cause });
  }
  const waitMs = retryAfterMs(headers);
  if (code === 429)
    return new AdminApiError("throttled", message, { cause, waitMs: waitMs || 1_000 });
  if (code === 402 || code === 403 || code === 423) {
    return new AdminApiError("denied", SHOP_CLOSED, { cause });
  }
  // 200 and yet an error: the answer broke off, or is a page and not an answer.
  const saysNothing = code < 400 || code >= 500;
  return new AdminApiError(saysNothing ? "unavailable" : "refused", message, { cause, waitMs });
}

/** Shopify gives seconds, and rarely a date, which is left aside: its clock is not ours. */
function retryAfterMs(headers: Record<string, unknown> = {}): number {
  const [given] = [headers["Retry-After"]].flat();
  const seconds = Number(given);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1_000) : 0;
}

function fromGraphql(body: GraphqlBody, cause: unknown): AdminApiError {
  const errors = body.errors?.graphQLErrors ?? [];
  const codes = new Set(errors.map((error) => error.extensions?.code));
  const message = errors.map((error) => error.message).join(" ") || "Shopify refused the request.";
  const details = { cause, cost: costIn(body.extensions) };
  if (codes.has("THROTTLED")) return new AdminApiError("throttled", message, details);
  if (codes.has("ACCESS_DENIED")) return new AdminApiError("denied", message, details);
  if (codes.has("INTERNAL_SERVER_ERROR")) return new AdminApiError("unavailable", message, details);
  return new AdminApiError("refused", message, details);
}
