import { PgBoss } from "pg-boss";

import { queryIn, type AnyTransaction } from "../db/database.server.ts";
import type { Log } from "../log.server.ts";

/** Every kind of job and what it is told. The data only names things: a job reads the present state when it runs. */
export type JobData = {
  "sync-campaign": { shopId: number; campaignId: string };
  "compare-codes": { shopId: number; campaignId: string };
  "sweep-discounts": { shopId: number };
  "make-codes": { shopId: number; batchId: string };
  "publish-guard": { shopId: number };
  "read-segment": { shopId: number; segmentId: string };
  /** `membership`: a tag as `tagMembership` writes it. */
  "read-tag": { shopId: number; membership: string };
  "find-accounts": { shopId: number };
  "run-changes": { shopId: number; changeId: string };
  "read-store": { shopId: number; adoptionId: string };
  "adopt-discounts": { shopId: number; adoptionId: string };
  "compare-orders": { shopId: number };
  "check-books": { shopId: number };
  "keep-subscriptions": { shopId: number };
  "apply-effects": { shopId: number; caseId: string };
  "score-orders": { shopId: number };
  "replay-history": { shopId: number; replayId: string };
  backtest: { shopId: number; backtestId: string };
  /** `looks`: how often it was looked for what names the customer, with this time. */
  "erase-bodies": { shopId: number; messageId: string; orderIds: string[]; looks?: number };
  "gather-bodies": { shopId: number; exportId: string; messageId: string };
  "watch-claims": Record<string, never>;
  sweep: Record<string, never>;
};
export type JobName = keyof JobData;

export type SendOptions = {
  /** Sent if and only if this transaction commits. */
  transaction?: AnyTransaction;
  afterSeconds?: number;
};

export type Jobs = {
  /** Queues a job; one that is already waiting with the same data is enough and is not doubled. */
  send<N extends JobName>(name: N, data: JobData[N], options?: SendOptions): Promise<void>;
  /** Works off jobs of a kind in this process, a few at a time. A throw is retried later, with growing pauses. */
  work<N extends JobName>(name: N, handle: (data: JobData[N]) => Promise<void>): Promise<void>;
  /** Jobs of a kind for a shop that wait for their time, such as a repetition, and when that is. */
  due<N extends JobName>(name: N, shopId: number): Promise<{ data: JobData[N]; at: Date }[]>;
  /** Stops taking jobs and waits for the ones at work. */
  stop(): Promise<void>;
};

/**
 * How each queue behaves. "short" holds one waiting job per key, whatever runs: a job left "active" by a killed process
 * never blocks the next one. Jobs of one thing keep out of each other's way by a database lock (`withLock`), which dies
 * with its process.
 */
const QUEUE = {
  policy: "short",
  retryLimit: 12,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 900,
  heartbeatSeconds: 30,
  notify: true,
} as const;

const NAMES: Record<JobName, { concurrency: number; cron?: string }> = {
  "sync-campaign": { concurrency: 4 },
  "compare-codes": { concurrency: 1 },
  "sweep-discounts": { concurrency: 1 },
  "make-codes": { concurrency: 1 },
  "publish-guard": { concurrency: 4 },
  "read-segment": { concurrency: 1 },
  "read-tag": { concurrency: 1 },
  "find-accounts": { concurrency: 1 },
  "run-changes": { concurrency: 1 },
  "read-store": { concurrency: 1 },
  "adopt-discounts": { concurrency: 1 },
  "compare-orders": { concurrency: 1 },
  "check-books": { concurrency: 1 },
  "keep-subscriptions": { concurrency: 1 },
  "apply-effects": { concurrency: 1 },
  "score-orders": { concurrency: 1 },
  "replay-history": { concurrency: 1 },
  backtest: { concurrency: 1 },
  "erase-bodies": { concurrency: 1 },
  "gather-bodies": { concurrency: 1 },
  "watch-claims": { concurrency: 1, cron: "*/5 * * * *" },
  sweep: { concurrency: 1, cron: "* * * * *" },
};

/** Opens the job queues in the app's own database. `schedule` also starts the recurring ones (one process is enough). */
export async function openJobs(url: string, options: { works: boolean; log: Log }): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: options.works ? 6 : 2,
    application_name: "bonafide-jobs",
    supervise: options.works,
    schedule: options.works,
    useListenNotify: options.works,
  });
  boss.on("error", (error) => options.log.error({ err: error }, "job queue"));
  await boss.start();
  for (const [name, { cron }] of Object.entries(NAMES)) {
    await boss.createQueue(name, QUEUE);
    if (cron && options.works) await boss.schedule(name, cron, {});
  }
  const keyOf = (data: object) => JSON.stringify(data);
  if (options.works) await replaceHeldJobs(boss, keyOf);
  return {
    async send(name, data, { transaction, afterSeconds } = {}) {
      await boss.send(name, data, {
        singletonKey: keyOf(data),
        ...(transaction ? { db: inside(transaction) } : {}),
        ...(afterSeconds ? { startAfter: afterSeconds } : {}),
      });
    },
    async work(name, handle) {
      for (let worker = 0; worker < NAMES[name].concurrency; worker += 1) {
        await boss.work<JobData[typeof name]>(
          name,
          // New jobs wake it at once; delayed ones and retries are found by looking, which it would do rarely by itself.
          { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, batchSize: 1 },
          async ([job]) => {
            if (job) await handle(job.data);
          },
        );
      }
    },
    async due(name, shopId) {
      const { rows } = await boss.getDb().executeSql(DUE, [name, shopId]);
      return rows as { data: JobData[typeof name]; at: Date }[];
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

/**
 * Jobs some process is at, or was when it was killed: the queue itself would notice only after its heartbeats stay away.
 * They are sent anew, because nobody can tell which of the two it is, and doing one twice is harmless.
 */
async function replaceHeldJobs(boss: PgBoss, keyOf: (data: object) => string): Promise<void> {
  const { rows } = await boss.getDb().executeSql(HELD, [Object.keys(NAMES)]);
  for (const { name, id, data } of rows as { name: string; id: string; data: object }[]) {
    await boss.send(name, data, { singletonKey: keyOf(data) });
    await boss.deleteJob(name, id);
  }
}

const DUE = `
  SELECT data, start_after AS at FROM pgboss.job
  WHERE name = $1 AND state IN ('created', 'retry') AND start_after > now() AND data ->> 'shopId' = $2::text`;

const HELD = "SELECT name, id, data FROM pgboss.job WHERE state = 'active' AND name = ANY ($1)";

/** The queue's statements inside a transaction of ours. */
function inside(transaction: AnyTransaction) {
  return {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: await queryIn(transaction, text, values),
    }),
  };
}
