import { chance } from "./chance.ts";
import type { FoundSignal } from "./weigh-signals.ts";
import type { Evidence, SignalKind } from "./signal.ts";

/** A signal as a flag keeps it: how likely it alone makes what it says, from 0 to 1, and what it rests on. */
export type FlagSignal = { name: SignalKind; score: number; bits: number; evidence: Evidence };

/** Those that speak for it; one that was looked at and speaks against it is none. */
export function flagSignals(signals: readonly FoundSignal[]): FlagSignal[] {
  const speaking = signals.filter(({ bits }) => bits > 0);
  return speaking.map(({ kind, bits, evidence }) => ({
    ...{ name: kind, bits, evidence },
    score: chance(bits),
  }));
}
