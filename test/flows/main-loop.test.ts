import { describe, expect, test } from "vitest";

import { runLoop, type Step } from "#test/demo/loop.ts";
import { openDemoApp } from "#test/support/demo-app.ts";

const app = await openDemoApp();

/** The loop of `npm run demo -- --once`, which throws at the first step that is not as it should be. */
async function loop(handle: string, seed: number): Promise<Step[]> {
  const steps: Step[] = [];
  const where = { standinUrl: app.standin.url, appUrl: app.publicUrl, handle, seed };
  await runLoop(where, (step) => steps.push(step));
  return steps;
}

describe("the main job, over HTTP", () => {
  test("two shops run it with the same code, and nothing of one shows in the other", async () => {
    const first = await loop("bonafide-demo", 11);
    const second = await loop("second-shop", 11);
    for (const steps of [first, second]) {
      const names = steps.map(({ step }) => step);
      expect(new Set(names)).toEqual(
        new Set([
          "campaign-synced",
          "checkout-accepted",
          "order-recorded",
          "checkout-refused",
          "guest-refused",
          "refund-reversed",
          "checkout-accepted-again",
          "dashboard",
        ]),
      );
    }
    expect(second[0]?.campaign).toBe(first[0]?.campaign);
    const [one, two] = [first, second].map((steps) =>
      steps.find(({ step }) => step === "dashboard"),
    );
    // Both placed as many orders as the limit allows, each in its own shop only.
    expect(one?.orders).toBe(first[0]?.limit);
    expect(two?.orders).toBe(second[0]?.limit);
  });
});
