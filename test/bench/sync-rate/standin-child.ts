import type { CallLog, ShopState } from "#test/standin/state.ts";
import { openStandin } from "../standin/child.ts";
import type { Asked, Told } from "./child-words.ts";

/*
 * The stand-in in a process of its own, for a bench that must not share its processor time. Told over IPC what goes
 * wrong; says what it has.
 */
const { standin, shop, ready, end } = await openStandin();
const { world } = standin;
const tell = (told: Told) => process.send?.(told);

process.on("message", (asked: Asked | { ask: "end" }) => {
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
      shop.bucket = { available: asked.available, at: world.now() };
      return tell({ tell: "begun" });
    case "codes":
      return tell({
        tell: "codes",
        codes: codesOf(shop, asked.title),
        calls: callsOf(world.calls),
      });
    case "end":
      return end();
  }
});
ready();

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
