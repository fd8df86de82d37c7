import type { Lane } from "#app/domain/rate/lane.ts";
import type { Ticket } from "#app/domain/rate/reserve.ts";
import { LOOK_AGAIN_MS } from "#app/domain/rate/wait-for.ts";
import { AdminApiError } from "./admin-api-error.server.ts";
import type { RateBucket } from "./rate-bucket.server.ts";
import { Turns } from "./turns.ts";

export type PointQueue = {
  /**
   * Waits until a call of so many points may go out, and takes them. First come first served within a lane and process.
   * @throws AdminApiError "throttled" once it cannot be before `until`.
   */
  take(shop: Shop, points: number, lane: Lane, until: number): Promise<Ticket>;
};

type Shop = { domain: string; bucket: RateBucket };
export type Pace = { now(): Date; sleep(ms: number): Promise<void>; random(): number };

/** Sleeps differ by up to this share, so that processes that wait for the same do not all wake at once. */
const JITTER = 0.2;

/** The calls of this process (`id`) that wait for points; each lane of a shop asks the database for one at a time. */
export function openPointQueue(id: string, { now, sleep, random }: Pace): PointQueue {
  const turns = new Turns();
  const waiting = new Map<string, number>();
  const count = (domain: string, change: 1 | -1) => {
    const number = (waiting.get(domain) ?? 0) + change;
    if (number === 0) waiting.delete(domain);
    else waiting.set(domain, number);
  };

  async function ask({ domain, bucket }: Shop, points: number, lane: Lane, until: number) {
    for (;;) {
      const others = (waiting.get(domain) ?? 1) - 1;
      const asked = { points, lane, process: id, waiting: others };
      const { waitMs, ticket } = await bucket.reserve(asked);
      if (waitMs === 0) return ticket;
      if (now().getTime() + waitMs > until) throw tooLong(waitMs);
      await sleep(Math.min(waitMs, LOOK_AGAIN_MS) * (1 + JITTER * random()));
    }
  }

  return {
    async take(shop, points, lane, until) {
      count(shop.domain, 1);
      try {
        return await turns.take(`${lane} ${shop.domain}`, () => ask(shop, points, lane, until));
      } finally {
        count(shop.domain, -1);
      }
    },
  };
}

function tooLong(waitMs: number): AdminApiError {
  const seconds = Math.ceil(waitMs / 1_000);
  const message = `Shopify's limit for this shop is used up; there is room again in about ${seconds} s.`;
  return new AdminApiError("throttled", message, { waitMs });
}
