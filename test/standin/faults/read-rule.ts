import {
  EFFECTS,
  isBetween,
  isCount,
  readEffect,
  readWorkEffect,
  type Fields,
} from "./read-effect.ts";
import type { FaultMatch, NewFaultRule } from "./rule.ts";

/** A rule from JSON, or what is wrong with it. */
export function readRule(fields: Fields): NewFaultRule | string {
  const { match, effect, after, times, probability, seed } = fields;
  const readMatch = isFields(match) ? matchOf(match) : undefined;
  if (!readMatch)
    return 'match: {"on": "call" | "webhook" | "work", "name"?: text, "shop"?: domain}';
  const read = readMatch.on === "work" ? readWorkEffect : readEffect;
  const chosen = isFields(effect) ? read(effect, readMatch.on) : undefined;
  if (!chosen) return EFFECTS[readMatch.on];
  if (!isCount(after) || !isCount(times) || !isCount(seed)) {
    return "after, times, seed: whole numbers from 0";
  }
  if (probability !== undefined && !isBetween(probability, 0, 1)) return "probability: from 0 to 1";
  return {
    match: readMatch,
    effect: chosen,
    ...(after !== undefined && { after }),
    ...(times !== undefined && { times }),
    ...(probability !== undefined && { probability }),
    ...(seed !== undefined && { seed }),
  };
}

function matchOf({ on, name, shop }: Fields): FaultMatch | undefined {
  if (on !== "call" && on !== "webhook" && on !== "work") return undefined;
  if (!isText(name) || !isText(shop)) return undefined;
  return { on, name, shop };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
