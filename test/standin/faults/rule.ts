import type { FaultAction, WorkFault } from "../state/faults.ts";

/** Something to go wrong, and when. Counting starts when the rule is made. */
export type FaultRule = {
  readonly id: string;
  readonly match: FaultMatch;
  /** Passes over so many matches first. */
  readonly after: number;
  /** Strikes so often at most; undefined: until removed. */
  readonly times: number | undefined;
  /** 0–1, drawn for each match that is due: from the world's seed, or from the rule's own. */
  readonly probability: number;
  /** With one, what the rule does depends on its own matches only, and on nothing else that is drawn. */
  readonly seed: number | undefined;
  readonly effect: FaultEffect;
  /** Matches seen, and those struck. */
  readonly seen: number;
  readonly struck: number;
};

export type NewFaultRule = { readonly match: FaultMatch; readonly effect: FaultEffect } & Partial<
  Pick<FaultRule, "after" | "times" | "probability" | "seed">
>;

export type FaultMatch = {
  /** Calls of the app, webhooks to it, or work in the background. */
  readonly on: "call" | "webhook" | "work";
  /**
   * Of a call: its operation, a root field, its kind (`query`, `mutation`, `oauth`, `download`); of a webhook: its
   * topic; of work: the root field that asked for it. `*` at the end stands for anything. All when left out.
   */
  readonly name?: string | undefined;
  /** The shop's domain; every shop's when left out. */
  readonly shop?: string | undefined;
};

/** `timeout` answers after anybody has stopped waiting. Of calls and webhooks, or of work: `effectsOf` says which. */
export type FaultEffect =
  Exclude<FaultAction | WorkFault, { readonly action: "pass" }> | { readonly action: "timeout" };

/** Longer than any client of ours waits. */
const FOREVER_MS = 60_000;

/** Undefined when the effect is of work in the background. */
export function actionOf(effect: FaultEffect): FaultAction | undefined {
  if (effect.action === "timeout") return { action: "slow", ms: FOREVER_MS };
  return isOfWork(effect) ? undefined : effect;
}

export function isOfWork(
  effect: FaultEffect,
): effect is Exclude<WorkFault, { readonly action: "pass" }> {
  const { action } = effect;
  return action === "delay" || action === "stall" || action === "vanish" || action === "fail";
}

export function isMatch(
  match: FaultMatch,
  happening: {
    readonly on: FaultMatch["on"];
    readonly shop: string;
    readonly names: readonly string[];
  },
): boolean {
  return (
    match.on === happening.on &&
    (match.shop === undefined || match.shop === happening.shop) &&
    (match.name === undefined || happening.names.some((name) => isName(match.name ?? "", name)))
  );
}

function isName(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
