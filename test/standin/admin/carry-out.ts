import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { changeScopes, revokeTokens } from "../auth/take-away.ts";
import { uninstallApp } from "../auth/uninstall.ts";
import type { AdminCall, CallLog, FaultAction, ShopState, World } from "../state.ts";
import { logCall } from "./usage.ts";

export type HttpAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Done = HttpAnswer & Pick<CallLog, "requestedCost" | "actualCost" | "outcome">;

/** Does what the faults in force make of a call, and writes it down. */
export async function carryOut(
  world: World,
  shop: ShopState,
  call: AdminCall,
  outgoing: ServerResponse,
  work: () => Promise<Done> | Done,
  throttle?: () => Done,
): Promise<void> {
  const fault = world.faults.beforeCall(call);
  if (fault.action === "slow") await sleep(fault.ms);
  takeAway(world, shop, fault);
  const done = await outcomeOf(fault, work, throttle);
  const isCut = fault.action === "reset" || fault.action === "loseResponse";
  logCall(world, {
    at: world.now(),
    shop: call.shop,
    kind: call.kind,
    operation: call.operation,
    fields: call.fields,
    requestedCost: done.requestedCost,
    actualCost: done.actualCost,
    status: isCut ? 0 : done.status,
    outcome: isCut ? `${fault.action}: ${done.outcome}` : done.outcome,
  });
  if (isCut) outgoing.socket?.destroy();
  else write(outgoing, done);
}

/** The answer to a token that holds no more, or never did. */
export const UNAUTHORIZED: HttpAnswer = {
  status: 401,
  body: {
    errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
  },
};

function takeAway(world: World, shop: ShopState, fault: FaultAction): void {
  if (fault.action === "revoke") revokeTokens(shop, fault.refresh);
  if (fault.action === "dropScope") changeScopes(world, shop, { drop: [fault.scope] });
  if (fault.action === "uninstall") uninstallApp(world, shop);
}

async function outcomeOf(
  fault: FaultAction,
  work: () => Promise<Done> | Done,
  throttle: (() => Done) | undefined,
): Promise<Done> {
  const nothing = { requestedCost: 0, actualCost: 0 };
  switch (fault.action) {
    case "status": {
      const { status, retryAfterSeconds } = fault;
      const headers =
        retryAfterSeconds === undefined ? {} : { "retry-after": retryAfterSeconds.toFixed(1) };
      const body = { errors: `The stand-in was told to answer ${status}.` };
      return { status, body, headers, outcome: `fault: ${status}`, ...nothing };
    }
    case "reset":
      return { status: 0, body: null, outcome: "nothing was done", ...nothing };
    case "throttle":
      if (throttle) return throttle();
      return { status: 429, body: { errors: "Throttled" }, outcome: "THROTTLED", ...nothing };
    case "revoke":
    case "uninstall":
      return { ...UNAUTHORIZED, outcome: `fault: ${fault.action}`, ...nothing };
    case "dropScope":
    case "pass":
    case "slow":
    case "loseResponse":
      return work();
  }
}

export function write(outgoing: ServerResponse, { status, body, headers }: HttpAnswer): void {
  outgoing.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  outgoing.end(JSON.stringify(body));
}
