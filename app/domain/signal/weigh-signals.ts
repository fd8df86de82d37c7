import type { Hit, SignalFacts, SignalKind } from "./signal.ts";
import { SIGNALS } from "./signals.ts";

export type FoundSignal = Hit & { kind: SignalKind };

/** `score`: probability that the order is what `kind` says. Null when no signal that stands alone was found. */
export type Verdict = { kind: SignalKind; score: number; signals: FoundSignal[] } | null;

/** Flags are raised from this score on. */
export const FLAG_FROM = 0.8;

/** All supporting signals together add no more than this, in bits. */
const MOST_SUPPORT = 2;

/**
 * Judges an order by all signals that are on. Every signal can only raise the score: one more reason never helps a ring.
 * Supporting signals raise what others found and, alone, are nothing.
 */
export function weighSignals(
  facts: SignalFacts,
  on: (kind: SignalKind) => boolean = isOnByDefault,
): Verdict {
  const signals: FoundSignal[] = [];
  for (const [kind, signal] of Object.entries(SIGNALS) as [
    SignalKind,
    (typeof SIGNALS)[SignalKind],
  ][]) {
    const hit = on(kind) ? signal.detect(facts) : null;
    if (hit) signals.push({ kind, ...hit });
  }
  const standing = signals.filter(({ kind }) => !SIGNALS[kind].supporting);
  const [first] = [...standing].sort((a, b) => b.bits - a.bits);
  if (!first) return null;
  return { kind: first.kind, score: scoreOf(signals), signals };
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

export function isOnByDefault(kind: SignalKind): boolean {
  return SIGNALS[kind].onByDefault;
}

/** Log odds, base 2, as a probability. */
export const chance = (bits: number) => 1 / (1 + 2 ** -bits);
