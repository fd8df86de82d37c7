import type { FaultEffect, FaultMatch, NewFaultRule } from "./rule.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A rule from JSON, or what is wrong with it. */
export function readRule(fields: Fields): NewFaultRule | string {
  const { match, effect, after, times, probability } = fields;
  const readMatch = isFields(match) ? matchOf(match) : undefined;
  if (!readMatch) return 'match: {"on": "call" | "webhook", "name"?: text, "shop"?: domain}';
  const readEffect = isFields(effect) ? effectOf(effect) : undefined;
  if (!readEffect) {
    return 'effect: {"action": "status", "status": 400–599, "retryAfterSeconds"?} | {"action": "slow", "ms"} | {"action": "throttle" | "reset" | "loseResponse" | "timeout"}';
  }
  if (!isCount(after) || !isCount(times)) return "after, times: whole numbers from 0";
  if (probability !== undefined && !isBetween(probability, 0, 1)) return "probability: from 0 to 1";
  return {
    match: readMatch,
    effect: readEffect,
    ...(after !== undefined && { after }),
    ...(times !== undefined && { times }),
    ...(probability !== undefined && { probability }),
  };
}

function matchOf({ on, name, shop }: Fields): FaultMatch | undefined {
  if (on !== "call" && on !== "webhook") return undefined;
  if (!isText(name) || !isText(shop)) return undefined;
  return { on, name, shop };
}

function effectOf({ action, status, retryAfterSeconds, ms }: Fields): FaultEffect | undefined {
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
    default:
      return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

function isCount(value: unknown): value is number | undefined {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
