import { chance } from "./chance.ts";
import type { AftermathFacts, Hit, SignalFacts, SignalKind } from "./signal.ts";
import { SIGNALS } from "./signals.ts";
import { chargeback } from "./signals/chargeback.ts";
import { leakedCode } from "./signals/leaked-code.ts";
import { overshootHit } from "./signals/overshoot.ts";
import { refundAfterBonus } from "./signals/refund-after-bonus.ts";

export type FoundSignal = Hit & { kind: SignalKind };

/** `score`: probability that the order is what `kind` says. Null when no signal that stands alone was found. */
export type Verdict = { kind: SignalKind; score: number; signals: FoundSignal[] } | null;

/** Flags are raised from this score on. */
export const FLAG_FROM = 0.8;

/** All supporting signals together add no more than this, in bits. */
const MOST_SUPPORT = 2;

/**
 * Judges an order by all signals. Every signal can only raise the score: one more reason never helps a ring.
 * Supporting signals raise what others found and, alone, are nothing.
 */
export function weighSignals(facts: SignalFacts): Verdict {
  return verdictOf(findSignals(facts));
}

/** What the signals find, in the order of the registry. */
export function findSignals(facts: SignalFacts): FoundSignal[] {
  return KINDS.flatMap((kind) => {
    const hit = SIGNALS[kind].detect(facts);
    return hit ? [{ kind, ...hit }] : [];
  });
}

/** Kinds that say a limit was exceeded: only a use that stands can be beyond one, and each use is beyond its own. */
export const LIMIT_KINDS: ReadonlySet<SignalKind> = new Set(["over_limit", "household_limit"]);

/**
 * An order is of the kind of its strongest signal that stands alone; but one that is surely beyond a limit is that, whatever
 * else is surer still: limits are what policies and codes promise, and what else looks wrong must not hide it.
 */
export function verdictOf(signals: FoundSignal[]): Verdict {
  const standing = signals.filter(({ kind }) => !SIGNALS[kind].supporting);
  const beyond = standing.filter(
    ({ kind, bits }) =>
      (LIMIT_KINDS.has(kind) || kind === "overshoot") && chance(bits) >= FLAG_FROM,
  );
  const [first] = [...(beyond.length > 0 ? beyond : standing)].sort((a, b) => b.bits - a.bits);
  if (!first) return null;
  return { kind: first.kind, score: scoreOf(signals), signals };
}

/** Of the uses of one order what is likeliest; the first of equals. */
export function highestOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((best, each) => ((each?.score ?? -1) > (best?.score ?? -1) ? each : best));
}

const KINDS = Object.keys(SIGNALS) as SignalKind[];

/** What comes of an order after it was placed, or may be known only after it was scored. */
export const AFTERMATH = [
  "overshoot",
  "leaked_code",
  "chargeback",
  "refund_after_bonus",
] as const satisfies SignalKind[];

const isAftermath = (kind: SignalKind) => AFTERMATH.some((each) => each === kind);

/** Of these signals, those that the order's own time leaves as they are. */
export function lastingSignals(signals: readonly FoundSignal[]): FoundSignal[] {
  return signals.filter(({ kind }) => !isAftermath(kind));
}

/**
 * As if all had been known when the order was scored: what lasts of that time, with what came of the order since.
 * `exactBits`: what the exact count says, as it was found then.
 */
export function weighAftermath(
  lasting: readonly FoundSignal[],
  facts: AftermathFacts & { exactBits: number },
): Verdict {
  const came = {
    overshoot: facts.overshoot && overshootHit(facts.overshoot, facts.exactBits),
    leaked_code: leakedCode.detect(facts),
    chargeback: chargeback.detect(facts),
    refund_after_bonus: refundAfterBonus.detect(facts),
  };
  const found = AFTERMATH.flatMap((kind) => {
    const hit = came[kind];
    return hit ? [{ kind, ...hit }] : [];
  });
  const all = [...lastingSignals(lasting), ...found];
  return verdictOf(all.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)));
}

/** Odds of standing signals are united, those of supporting ones multiplied on. */
export function scoreOf(signals: readonly FoundSignal[]): number {
  let no = 1;
  let support = 0;
  for (const { kind, bits } of signals) {
    if (SIGNALS[kind].supporting) support += Math.max(0, bits);
    else no *= 1 - chance(bits);
  }
  if (no === 1) return 0;
  const odds = Math.log2((1 - no) / Math.max(no, 1e-9));
  return chance(odds + Math.min(MOST_SUPPORT, support));
}
