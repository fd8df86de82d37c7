import type { OfflineAccess } from "../shopify/offline-access.server.ts";
import { adminApiError, AdminApiError } from "./admin-api-error.server.ts";
import { costIn, type AnswerCost } from "./answer-cost.ts";
import type { Operation } from "./operation.ts";

export type Answer<Result> = { data: Result; cost: AnswerCost | null };

/**
 * One call through Shopify's library, which does not repeat anything by itself unless told to (`tries`). A token that
 * was replaced meanwhile, or has just expired, is fetched anew, once. Whoever does not answer in time is hung up on.
 */
export async function send<Result, Variables extends Record<string, unknown>>(
  access: OfflineAccess,
  operation: Operation<Result, Variables>,
  variables: Variables,
  answerMs: number,
): Promise<Answer<Result>> {
  const admin = await access.admin();
  const call = (graphql: typeof admin.graphql) =>
    within(answerMs, async (signal) => {
      const response = await graphql(operation.document, { variables, signal });
      const body = (await response.json()) as { data: Result; extensions?: unknown };
      return { data: body.data, cost: costIn(body.extensions) };
    });
  try {
    return await call(admin.graphql);
  } catch (error) {
    if (adminApiError(error).kind !== "unauthorized") throw error;
    return await call((await access.renewed(admin.token)).graphql);
  }
}

/** Stops waiting even where hanging up goes unheard: `fetch` holds a signal weakly and may lose it. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const hangUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      hangUp.abort();
      reject(new AdminApiError("unavailable", `Shopify did not answer within ${ms / 1_000} s.`));
    }, ms);
  });
  try {
    return await Promise.race([work(hangUp.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
