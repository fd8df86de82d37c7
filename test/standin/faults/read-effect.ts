import type { FaultEffect, FaultMatch } from "./rule.ts";

export type Fields = Readonly<Record<string, unknown>>;

const ANY =
  '{"action": "status", "status": 400–599, "retryAfterSeconds"?} | {"action": "slow", "ms"} | {"action": "throttle" | "reset" | "loseResponse" | "timeout"}';

/** What can be said of each kind of happening. */
export const EFFECTS: Readonly<Record<FaultMatch["on"], string>> = {
  webhook: `effect: ${ANY}`,
  call: `effect: ${ANY} | {"action": "revoke", "refresh"?} | {"action": "dropScope", "scope"} | {"action": "uninstall"}`,
  work: 'effect: {"action": "delay", "ms"} | {"action": "stall" | "vanish" | "fail", "done"?}',
};

/** Of a call or a webhook. */
export function readEffect(fields: Fields, on: FaultMatch["on"]): FaultEffect | undefined {
  const { action, status, retryAfterSeconds, ms, refresh = false, scope } = fields;
  switch (action) {
    case "status":
      if (!isBetween(status, 400, 599) || !isCount(retryAfterSeconds)) return undefined;
      return { action, status, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
    case "slow":
      return isBetween(ms, 0, 600_000) ? { action, ms } : undefined;
    case "throttle":
    case "reset":
    case "loseResponse":
    case "timeout":
      return { action };
  }
  if (on !== "call") return undefined;
  switch (action) {
    case "revoke":
      return typeof refresh === "boolean" ? { action, refresh } : undefined;
    case "dropScope":
      return typeof scope === "string" ? { action, scope } : undefined;
    case "uninstall":
      return { action };
    default:
      return undefined;
  }
}

export function readWorkEffect({ action, ms, done = 0 }: Fields): FaultEffect | undefined {
  switch (action) {
    case "delay":
      return isBetween(ms, 0, 86_400_000) ? { action, ms } : undefined;
    case "stall":
    case "vanish":
    case "fail":
      return isCount(done) && done !== undefined ? { action, done } : undefined;
    default:
      return undefined;
  }
}

export function isCount(value: unknown): value is number | undefined {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
}

export function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
