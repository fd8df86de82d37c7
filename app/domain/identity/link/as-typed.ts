import { AT } from "../encode/encoded-order.ts";
import { WEIGHTS } from "../weights.ts";
import type { Odds } from "./odds.ts";

/** Halves of the word that says how address and phone are typed. */
export const ADDRESS_HALF = 0xffff0000;
export const PHONE_HALF = 0xffff;

/**
 * What one address or phone says when it is known how both orders typed it: who does not hide types it as they always do, a
 * relative in a way of their own, who hides anew each time. The same text is held for nobody's: browsers fill it in alike.
 */
export function asTyped(odds: Odds, x: Int32Array, y: Int32Array, half: number): Odds {
  const [one, other] = [x[AT.typed]! & half, y[AT.typed]! & half];
  if (one === 0 || other === 0) return odds;
  const { alike, anew } = WEIGHTS.typed;
  const [byOpen, byHiding] = one === other ? alike : anew;
  const [open, hiding, household, unrelated] = odds;
  return [open * byOpen, hiding * byHiding, household, unrelated];
}

/** Whether it is known that the two orders typed it in different ways. */
export function isTypedAnew(x: Int32Array, y: Int32Array, half: number): boolean {
  const [one, other] = [x[AT.typed]! & half, y[AT.typed]! & half];
  return one !== 0 && other !== 0 && one !== other;
}
