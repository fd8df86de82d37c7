import type { Lane } from "#app/domain/rate/lane.ts";
import type { Settlement } from "#app/domain/rate/settle.ts";
import type { Database } from "../db/database.server.ts";
import type { Log } from "../log.server.ts";
import { offlineAccess } from "../shopify/offline-access.server.ts";
import type { ShopifyApp } from "../shopify/shopify-app.server.ts";
import { adminApiError, type AdminApiError } from "./admin-api-error.server.ts";
import { newMeter, type Meter } from "./meter.ts";
import { openOperationCosts } from "./operation-costs.ts";
import type { Operation } from "./operation.ts";
import { openPointQueue, type Pace } from "./point-queue.server.ts";
import { rateBucket } from "./rate-bucket.server.ts";
import { send, type Answer } from "./send.server.ts";
import { settlementOf, settlementOfFailure } from "./settlement.ts";

/** The Admin API of one shop, as the app itself (not as a member of staff). */
export type AdminApi = {
  /**
   * Runs one operation when the shop's cost points allow it. Waits and repeats while Shopify throttles; a read is also
   * repeated when no answer came.
   * @throws AdminApiError for everything else, and when its lane's patience ends; see its kinds for what a caller may do.
   */
  run<Result, Variables extends Record<string, unknown>>(
    operation: Operation<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
};

export type CallOptions = {
  /** "interactive" when left out. Work that nobody waits for is a "batch": it leaves room for people. */
  lane?: Lane;
  /** Is counted up by every call. */
  meter?: Meter;
};

/** How long an answer is waited for, and a call altogether: points, answers and repetitions. */
export type Patience = { answerMs: number; altogetherMs: number };
const PATIENCE: Record<Lane, Patience> = {
  interactive: { answerMs: 15_000, altogetherMs: 30_000 },
  batch: { answerMs: 30_000, altogetherMs: 120_000 },
};

/** How often a read is sent when no answer comes. */
const ATTEMPTS = 5;

type Parts = Pace & {
  shopify: ShopifyApp;
  database: Database;
  log: Log;
  /** Names this process among those that share the shops' buckets. */
  processId: string;
  /** Instead of the database's clock; see `rateBucket`. */
  rateClock?: (() => Date) | undefined;
  patience?: Record<Lane, Patience>;
};

export function openAdminApi(parts: Parts): (shopDomain: string, o?: CallOptions) => AdminApi {
  const { shopify, database, log, now, sleep, random, patience = PATIENCE } = parts;
  const costs = openOperationCosts();
  const queue = openPointQueue(parts.processId, parts);

  return (domain, { lane = "interactive", meter = newMeter() } = {}) => {
    const access = offlineAccess(shopify, database, domain);
    const bucket = rateBucket(database, domain, parts.rateClock);
    const { answerMs, altogetherMs } = patience[lane];
    const since = (start: number) => now().getTime() - start;

    /** Sends a call once, within the shop's points. */
    async function once<Result, Variables extends Record<string, unknown>>(
      operation: Operation<Result, Variables>,
      variables: Variables,
      times: number,
      until: number,
    ): Promise<Answer<Result> | AdminApiError> {
      const asked = now().getTime();
      const estimate = costs.estimate(operation, variables);
      const ticket = await queue.take({ domain, bucket }, estimate, lane, until);
      meter.waitedMs += since(asked);
      meter.calls += 1;
      const answer = await send(access, operation, variables, answerMs).catch(adminApiError);
      const failed = answer instanceof Error;
      const end = failed
        ? settlementOfFailure(answer, ticket.points, times)
        : settlementOf(answer.cost, ticket.points);
      if (answer.cost) costs.learn(operation, variables, answer.cost.requestedQueryCost);
      count(meter, end, failed);
      // The answer counts more than the book-keeping: what is not settled now, later answers put right.
      await bucket.settle(ticket, end).catch((err: unknown) => log.warn({ err }, "cost points"));
      return answer;
    }

    return {
      async run(operation, variables) {
        const start = now().getTime();
        for (let times = 1; ; times += 1) {
          const answer = await once(operation, variables, times, start + altogetherMs);
          if (!(answer instanceof Error)) return answer.data;
          // Being throttled is waited out with the points.
          if (answer.kind === "throttled" && since(start) < altogetherMs) continue;
          const pauseMs = Math.max(answer.waitMs, 100 * 2 ** times * (1 + random()));
          const isRead = answer.kind === "unavailable" && operation.kind === "query";
          if (!isRead || times === ATTEMPTS || since(start) + pauseMs > altogetherMs) throw answer;
          meter.waitedMs += pauseMs;
          await sleep(pauseMs);
        }
      },
    };
  };
}

function count(meter: Meter, { points, throttled }: Settlement, failed: boolean): void {
  meter.points += points;
  if (throttled) meter.throttled += 1;
  else if (failed) meter.failed += 1;
}
