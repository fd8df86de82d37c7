import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
import type { Case } from "./cases.ts";

/** What a method makes of a stream: of each case whether it is flagged. `biggestCluster` where it has clusters. */
export type Judged = { flags: boolean[]; biggestCluster: number };

/** Larger clusters are not told apart. */
const MOST = 1_000;

const ONCE = { perCustomer: 1, perHousehold: null, newCustomersOnly: false };

/** The product as it is, with the threshold in force. */
export function judgeByProduct(cases: readonly Case[]): Judged {
  const index = memoryIndex();
  const clusters = new Set<string>();
  const flags = cases.map(({ order, encoded }) => {
    const limit = encoded.campaign === null ? null : ONCE;
    const { placement, verdict } = scoreOrder(order, encoded, index, { ...NO_CONTEXT, limit });
    index.add(encoded, placement);
    clusters.add(placement.cluster);
    return verdict?.kind === "over_limit" && verdict.score >= FLAG_FROM;
  });
  const sizes = [...clusters].map((cluster) => index.membersOf(cluster, MOST).length);
  return { flags, biggestCluster: Math.max(...sizes) };
}
