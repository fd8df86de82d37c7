import { join } from "node:path";

import { startStandin } from "#test/standin/server.ts";
import type { CallLog, ShopState } from "#test/standin/state.ts";
import { API_KEY, API_SECRET, type Asked, type Told } from "./child-words.ts";

/*
 * The stand-in in a process of its own, for a bench that must not share its processor time. Told over IPC how fast time
 * goes and what goes wrong; says what it has.
 */
const standin = await startStandin({
  apiKey: API_KEY,
  apiSecret: API_SECRET,
  appDir: join(import.meta.dirname, "../../.."),
  seed: 11,
});
const { world } = standin;
const shop = [...world.shops.values()].find(({ handle }) => handle === "bonafide-demo");
const owner = shop?.staff.find(({ accountOwner }) => accountOwner);
if (!shop || !owner) throw new Error("The stand-in has no shop to measure with.");
const tell = (told: Told) => process.send?.(told);

process.on("message", (asked: Asked) => {
  switch (asked.ask) {
    case "begin":
      standin.outbound.faults.clear();
      if (asked.loses > 0)
        standin.outbound.faults.add({
          match: { on: "call" },
          probability: asked.loses,
          seed: 7,
          effect: { action: "loseResponse" },
        });
      world.calls.length = 0;
      shop.plan = "standard";
      world.clock.setSpeed(asked.speed);
      shop.bucket = { available: asked.available, at: world.now() };
      return tell({ tell: "begun" });
    case "codes":
      return tell({
        tell: "codes",
        codes: codesOf(shop, asked.title),
        calls: callsOf(world.calls),
      });
    case "end":
      return void standin.stop().then(() => process.exit(0));
  }
});
tell({
  tell: "ready",
  url: standin.url,
  domain: shop.domain,
  token: standin.mintIdToken(shop, owner),
});

function codesOf({ discounts }: ShopState, title: string): string[] {
  return [...discounts.values()]
    .filter((each) => each.title === title)
    .flatMap((each) => (each.method === "code" ? [...each.redeemCodes.values()] : []))
    .map(({ code }) => code);
}

function callsOf(calls: readonly CallLog[]): { all: number; throttled: number } {
  const throttled = calls.filter(({ outcome }) => outcome === "THROTTLED").length;
  return { all: calls.length, throttled };
}
