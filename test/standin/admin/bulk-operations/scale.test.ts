import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBasic } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";
import { CODES, read, run } from "./fixtures.ts";

const CODES_OF_STORE = 300_000;

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin();
});
afterEach(() => opened.standin.stop());

/** Straight into the store: what adding them takes is not asked here. */
async function fill(): Promise<void> {
  await createBasic(opened);
  const { world } = opened.standin;
  const [held] = opened.shop.discounts.values();
  if (held?.method !== "code") throw new Error("No discount");
  for (let index = 1; index < CODES_OF_STORE; index += 1) {
    const id = world.nextId("DiscountRedeemCode");
    held.redeemCodes.add({ id, code: `VIP-${index}`, createdAt: world.now(), usageCount: 0 });
  }
}

test("Hundreds of thousands of codes go through a little memory, each once", async () => {
  await fill();
  const id = await run(opened, CODES);
  const before = heldBytes();
  let peak = 0;
  for (let look = 0; look < CODES_OF_STORE / 1_000 + 5; look += 1) {
    opened.later();
    if (look % 50 === 0) peak = Math.max(peak, heldBytes() - before);
  }
  const { status, url, objectCount } = await read(opened, id);
  expect([status, objectCount]).toEqual(["COMPLETED", String(CODES_OF_STORE + 1)]);
  const body = (await fetch(url ?? "")).body;
  if (!body) throw new Error("No file");
  const seen = new Set<string>();
  for await (const line of createInterface({ input: Readable.fromWeb(body as ReadableStream) }))
    seen.add(line);
  expect(seen.size).toBe(CODES_OF_STORE + 1);
  // As text they are 40 MB.
  expect(peak).toBeLessThan(10e6);
});

function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
