import type { FaultAction } from "../state/faults.ts";

/** Something to go wrong, and when. Counting starts when the rule is made. */
export type FaultRule = {
  readonly id: string;
  readonly match: FaultMatch;
  /** Passes over so many matches first. */
  readonly after: number;
  /** Strikes so often at most; undefined: until removed. */
  readonly times: number | undefined;
  /** 0–1, drawn from the world's seed for each match that is due. */
  readonly probability: number;
  readonly effect: FaultEffect;
  /** Matches seen, and those struck. */
  readonly seen: number;
  readonly struck: number;
};

export type NewFaultRule = { readonly match: FaultMatch; readonly effect: FaultEffect } & Partial<
  Pick<FaultRule, "after" | "times" | "probability">
>;

export type FaultMatch = {
  /** Calls of the app, or webhooks to it. */
  readonly on: "call" | "webhook";
  /**
   * Of a call: its operation, a root field, its kind (`query`, `mutation`, `oauth`); of a webhook: its topic.
   * `*` at the end stands for anything. All when left out.
   */
  readonly name?: string | undefined;
  /** The shop's domain; every shop's when left out. */
  readonly shop?: string | undefined;
};

/** `timeout` answers after anybody has stopped waiting. */
export type FaultEffect =
  Exclude<FaultAction, { readonly action: "pass" }> | { readonly action: "timeout" };

/** Longer than any client of ours waits. */
const FOREVER_MS = 60_000;

export function actionOf(effect: FaultEffect): FaultAction {
  return effect.action === "timeout" ? { action: "slow", ms: FOREVER_MS } : effect;
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
