import { unknownBucket } from "#app/domain/rate/bucket.ts";
import type { Lane } from "#app/domain/rate/lane.ts";
import type { Ticket } from "#app/domain/rate/reserve.ts";
import type { Settlement } from "#app/domain/rate/settle.ts";
import type { Database } from "../db/database.server.ts";
import { AdminApiError } from "./admin-api-error.server.ts";
import { BEGIN, RESERVE, SETTLE } from "./rate-sql.ts";

type Ask = { points: number; lane: Lane; process: string; waiting: number };

export type RateBucket = {
  /** Takes the points if the call may go now (`waitMs` is 0), else says how long to wait. */
  reserve(ask: Ask): Promise<{ waitMs: number; ticket: Ticket }>;
  settle(ticket: Ticket, end: Settlement): Promise<void>;
};

/**
 * A shop's bucket in PostgreSQL, one row for all processes. Its clock is the database's, so that processes whose own
 * clocks differ refill it once and not twice; `now` replaces it where time is made to run faster, by one process or
 * several with the same clock.
 */
export function rateBucket(database: Database, shopDomain: string, now?: () => Date): RateBucket {
  const run = async <Row>(text: string, values: unknown[]) =>
    (await database.pool.query({ text, values: [shopDomain, now?.() ?? null, ...values] }))
      .rows as Row[];

  async function begin(): Promise<void> {
    const { maximum, restoreRate, available } = unknownBucket(0);
    await run(BEGIN, [maximum, restoreRate, available]);
  }

  async function ask({ points, lane, process, waiting }: Ask) {
    const values = [points, lane === "interactive", process, waiting];
    const [row] = await run<{ waitMs: number } & Ticket>(RESERVE, values);
    return row && { waitMs: row.waitMs, ticket: { points: row.points, mark: row.mark } };
  }

  return {
    async reserve(asked) {
      const known = await ask(asked);
      if (known) return known;
      await begin();
      const begun = await ask(asked);
      if (begun) return begun;
      throw new AdminApiError("unauthorized", "Bonafide does not know the shop (any more).");
    },
    async settle({ points, mark }, { points: spent, status, throttled, pauseMs }) {
      const { currentlyAvailable, maximumAvailable, restoreRate } = status ?? {};
      const told = [currentlyAvailable, maximumAvailable, restoreRate].map((said) => said ?? null);
      await run(SETTLE, [points, mark, spent, ...told, throttled, pauseMs]);
    },
  };
}
