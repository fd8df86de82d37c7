import { fork } from "node:child_process";
import { once } from "node:events";

import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

import { readEnv, type Env } from "#app/infra/env.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { routeFetchTo } from "#test/standin/route-fetch.ts";
import { BROWSER } from "#test/support/staff-client.ts";
import { API_KEY, API_SECRET, type Ready } from "./words.ts";

export type StandinProcess<Asked, Told extends { tell: string }> = {
  ready: Ready;
  ask(asked: Asked): void;
  /** The next thing of its kind that the child says. */
  told<K extends Told["tell"]>(kind: K): Promise<Extract<Told, { tell: K }>>;
  /** Asks the child to end, and calls go to the world again. */
  end(): Promise<void>;
};

/** The stand-in in a process of its own, `script`, which is told and says things over IPC. Calls of this one reach it. */
export async function startStandinProcess<
  Asked extends { ask: string },
  Told extends { tell: string },
>(script: string): Promise<StandinProcess<Asked | { ask: "end" }, Told>> {
  const child = fork(script, { serialization: "advanced" });
  const next = async (kind: string): Promise<unknown> => {
    for (;;) {
      const [message] = (await once(child, "message")) as [{ tell: string }];
      if (message.tell === kind) return message;
    }
  };
  const ready = (await next("ready")) as Ready;
  const restoreFetch = routeFetchTo(ready.url);
  setAbstractFetchFunc(globalThis.fetch);
  const ask = (asked: Asked | { ask: "end" }) => void child.send(asked);
  return {
    ready,
    ask,
    told: (kind) => next(kind) as never,
    async end() {
      ask({ ask: "end" });
      await once(child, "exit");
      restoreFetch();
    },
  };
}

/** The app's settings against it. */
export function benchEnv({ appUrl, logLevel }: { appUrl: string; logLevel: string }): Env {
  return readEnv({
    NODE_ENV: "test",
    ...{ SHOPIFY_API_KEY: API_KEY, SHOPIFY_API_SECRET: API_SECRET },
    ...{ SHOPIFY_APP_URL: appUrl, SCOPES, LOG_LEVEL: logLevel },
  });
}

const SCOPES =
  "read_discounts,write_discounts,read_orders,read_customers,write_customers,read_products";

/** Somebody opens the app: that is how it gets its access. */
export function visit(token: string): ReturnType<typeof openSession> {
  const headers = { authorization: `Bearer ${token}`, "user-agent": BROWSER };
  return openSession(new Request("http://localhost:1/app", { headers }));
}
