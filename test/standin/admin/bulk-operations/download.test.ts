import { afterEach, beforeEach, expect, test } from "vitest";
import { createBasic } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";
import type { FaultAction } from "../../state.ts";
import { CODES, finished, read, run } from "./fixtures.ts";

let opened: Opened;
let id: string;
let url: string;
beforeEach(async () => {
  opened = await openStandin();
  await createBasic(opened);
  id = await run(opened, CODES);
  url = (await finished(opened, id)).url ?? "";
});
afterEach(() => opened.standin.stop());

const strike = (action: FaultAction): void => {
  const { world } = opened.standin;
  world.faults = { ...world.faults, beforeCall: () => action };
};

test("The file is fetched from where one left off", async () => {
  const whole = await (await fetch(url)).text();
  const rest = await fetch(url, { headers: { range: "bytes=10-" } });
  expect(rest.status).toBe(206);
  expect(await rest.text()).toBe(whole.slice(10));
  const beyond = await fetch(url, { headers: { range: `bytes=${whole.length}-` } });
  expect(beyond.status).toBe(416);
});

test("An address is good for nobody who changes it, and for seven days", async () => {
  expect((await fetch(url.replace("Signature=", "Signature=x"))).status).toBe(403);
  expect((await fetch(url.replace(/Expires=\d+/, "Expires=9999999999"))).status).toBe(403);
  opened.later(7 * 24 * 3_600_000);
  expect((await fetch(url)).status).toBe(400);
  expect(await read(opened, id)).toMatchObject({ status: "EXPIRED", url: null });
});

test("The line may break half-way", async () => {
  strike({ action: "loseResponse" });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
  strike({ action: "pass" });
  expect((await fetch(url)).status).toBe(200);
});

test("It may fail as any call", async () => {
  strike({ action: "status", status: 503 });
  expect((await fetch(url)).status).toBe(503);
  strike({ action: "reset" });
  await expect(fetch(url)).rejects.toThrow();
  expect(opened.standin.world.calls.at(-1)).toMatchObject({ kind: "download", status: 0 });
});
