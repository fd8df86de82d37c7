import type { OfflineAccess } from "../shopify/offline-access.server.ts";
import { adminApiError } from "./admin-api-error.server.ts";
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
  const call = async (graphql: typeof admin.graphql) => {
    const signal = AbortSignal.timeout(answerMs);
    const response = await graphql(operation.document, { variables, signal });
    const { data, extensions } = (await response.json()) as { data: Result; extensions?: unknown };
    return { data, cost: costIn(extensions) };
  };
  try {
    return await call(admin.graphql);
  } catch (error) {
    if (adminApiError(error).kind !== "unauthorized") throw error;
    return await call((await access.renewed(admin.token)).graphql);
  }
}
