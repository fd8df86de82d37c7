import type { ServerResponse } from "node:http";
import type { CallLog, ShopUsage, World } from "../state.ts";

/** Writes a call down, and adds it to what its shop's calls come to. */
export function logCall(world: World, call: CallLog): void {
  world.calls.push(call);
  const usage = usageOf(world, call.shop);
  const operation = (usage.operations[call.operation] ??= { calls: 0, points: 0, throttled: 0 });
  const isThrottled = call.outcome.endsWith("THROTTLED") || call.status === 429;
  usage.calls += 1;
  operation.calls += 1;
  usage.points += call.actualCost;
  operation.points += call.actualCost;
  if (isThrottled) {
    usage.throttled += 1;
    operation.throttled += 1;
  } else if (call.status !== 200 && call.status !== 206) usage.failed += 1;
  if (call.outcome.endsWith("userErrors")) usage.refused += 1;
}

export function usageOf(world: World, domain: string): ShopUsage {
  const known = world.usage.get(domain);
  if (known) return known;
  const usage: ShopUsage = {
    calls: 0,
    points: 0,
    throttled: 0,
    failed: 0,
    refused: 0,
    operations: {},
  };
  world.usage.set(domain, usage);
  return usage;
}

/** The world's time, or as far beside it as was said: an app must not trust a server's clock. */
export function setDate(world: World, outgoing: ServerResponse): void {
  const now = world.now().getTime() + (world.config.dateSkewMs ?? 0);
  outgoing.setHeader("date", new Date(now).toUTCString());
}
