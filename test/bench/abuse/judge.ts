import { withBeyond } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { lookBack } from "#app/domain/signal/look-back.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { FLAG_FROM, verdictOf, type FoundSignal } from "#app/domain/signal/weigh-signals.ts";
import type { Case } from "./cases.ts";

/** What a method makes of a stream: of each case whether it is flagged. `biggestCluster` where it has clusters. */
export type Judged = { flags: boolean[]; biggestCluster: number };

/** Larger clusters are not told apart. */
const MOST = 1_000;

const ONCE = { perCustomer: 1, perHousehold: null, newCustomersOnly: false };

/** The product as it is, with the threshold in force, and what later orders say of earlier ones. */
export function judgeByProduct(cases: readonly Case[]): Judged {
  const index = memoryIndex();
  const clusters = new Set<string>();
  const found = new Map<string, FoundSignal[]>();
  for (const { order, encoded: plain } of cases) {
    const limit = plain.campaign === null ? null : ONCE;
    const { placement, signals } = scoreOrder(order, plain, index, { ...NO_CONTEXT, limit });
    const own = signals.find(({ kind }) => kind === "over_limit")?.bits ?? null;
    const encoded = withBeyond(plain, own);
    index.add(encoded, placement);
    clusters.add(placement.cluster);
    found.set(order.id, signals);
    for (const { orderId, hit } of lookBack(encoded, placement, index, ONCE.perCustomer))
      found.set(orderId, seenSo(found.get(orderId)!, { kind: "over_limit", ...hit }));
  }
  const flags = cases.map(({ order }) => {
    const verdict = verdictOf(found.get(order.id)!);
    return verdict?.kind === "over_limit" && verdict.score >= FLAG_FROM;
  });
  const sizes = [...clusters].map((cluster) => index.membersOf(cluster, MOST).length);
  return { flags, biggestCluster: Math.max(...sizes) };
}

/** As `keepHindsight` does: where it says more than was found. */
function seenSo(signals: readonly FoundSignal[], seen: FoundSignal): FoundSignal[] {
  return signals.map((each) => (each.kind === seen.kind && each.bits < seen.bits ? seen : each));
}
