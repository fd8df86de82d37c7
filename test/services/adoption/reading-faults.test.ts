import { afterEach, beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "#app/domain/access/actor.ts";
import { openAdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { runBulkQuery } from "#app/infra/admin-api/documents/bulk.ts";
import { readStoreInBulk } from "#app/infra/admin-api/documents/store.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readAdoption } from "#app/services/adoption/read-adoption.server.ts";
import { readStore } from "#app/services/adoption/read-store.server.ts";
import { resumeAdoptions } from "#app/services/adoption/resume-adoptions.server.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { changeScopes } from "#test/standin/auth/take-away.ts";
import type { NewFaultRule } from "#test/standin/faults/rule.ts";
import { fillShop } from "#test/standin/messy/fill.ts";
import type { BulkOperation } from "#test/standin/state.ts";
import { openStandinApp } from "#test/support/standin-app.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { valueOf } from "#test/support/test-shop.ts";

/*
 * What can go wrong with Shopify's export of a store, and with our access to it, in the middle of a reading and among
 * lost answers: in the end every code is read once, and where a person must do something, they are told what.
 */
const CODES = 4_000;
/** Between two jobs, so that waiting is not what is tried. */
const STEP_MS = 60_000;

const app = await openStandinApp();
const { standin } = app;
const { prisma } = app.deps.database;
const olive = await StaffClient.of(app, "bonafide-demo");
const { shop } = olive;
const { faults } = standin.outbound;

let ahead = 0;
const time = { now: () => new Date(Date.now() + ahead), sleep: () => Promise.resolve() };
const api = openAdminApi({
  ...{ ...app.deps, ...time, random: () => 0.5, processId: "reading" },
  rateClock: () => new Date(),
});
/** Told when a reading hears that Shopify's file is there. */
let onCompleted = () => {};
const deps: Deps = {
  ...{ ...app.deps, ...time },
  adminApi(domain, options) {
    const { run } = api(domain, options);
    return {
      async run(operation, variables) {
        const answer = await run(operation, variables);
        if (JSON.stringify(answer).includes('"status":"COMPLETED"')) onCompleted();
        return answer;
      },
    };
  },
};

let actor: Actor;
beforeAll(async () => {
  for (const _ of fillShop(standin.world, shop, { seed: 5, discounts: 20, codes: CODES })) void _;
  shop.rate = { bucket: 1_000_000, restoreRate: 100_000 };
  standin.world.config.bulkObjectsPerSecond = 1_000_000;
  await olive.read("app");
  const { id } = await prisma.shop.findUniqueOrThrow({ where: { domain: shop.domain } });
  actor = { kind: "staff", shopId: id, id: "1", name: "Olive", role: "admin" };
});
afterEach(() => {
  faults.clear();
  onCompleted = () => {};
});

const callsTo = (operation: string) =>
  standin.world.calls.filter((call) => call.operation === operation).length;

/** Runs a reading's jobs one after the other, as the queue would. @returns everything it said on the way. */
async function worked(id: string, meanwhile: (said: string) => void = () => {}): Promise<string[]> {
  const said = new Set<string>();
  for (let jobs = 0; jobs < 400; jobs++) {
    await readStore(deps, { shopId: actor.shopId, adoptionId: id }).catch(() => undefined);
    const { reading } = valueOf(await readAdoption(deps, actor));
    if (reading?.error) said.add(reading.error);
    meanwhile(reading?.error ?? "");
    if (reading?.state !== "reading") return [...said, reading?.state ?? "none"];
    ahead += STEP_MS;
    await standin.idle(20);
  }
  throw new Error("The reading comes to no end.");
}

async function started(): Promise<string> {
  await prisma.redeemCode.deleteMany({});
  return valueOf(await startReading(deps, actor)).id;
}

async function expectAllRead(): Promise<void> {
  const there = [...shop.discounts.values()].flatMap((discount) =>
    discount.method === "code" ? [...discount.redeemCodes].map(({ code }) => code) : [],
  );
  const kept = await prisma.redeemCode.findMany({ select: { code: true } });
  expect(kept.map(({ code }) => code).sort()).toEqual(there.sort());
}

const EXPORT = { on: "work", name: "bulkOperationRunQuery" } as const;
const FILE = { on: "call", name: "download" } as const;

const TROUBLES: Record<string, { rules: NewFaultRule[]; exports: number; byPages?: true }> = {
  "stalls in the middle": {
    rules: [{ match: EXPORT, times: 1, effect: { action: "stall", done: 1_000 } }],
    exports: 2,
  },
  "vanishes in the middle": {
    rules: [{ match: EXPORT, times: 1, effect: { action: "vanish", done: 1_000 } }],
    exports: 2,
  },
  "fails twice": {
    rules: [{ match: EXPORT, times: 2, effect: { action: "fail", done: 1_000 } }],
    exports: 2,
    byPages: true,
  },
  "stalls, and fails then": {
    rules: [
      { match: EXPORT, times: 1, effect: { action: "stall", done: 0 } },
      { match: EXPORT, after: 1, times: 1, effect: { action: "fail", done: 10 } },
    ],
    exports: 2,
    byPages: true,
  },
  "has an address that is no longer good": {
    rules: [{ match: FILE, times: 1, effect: { action: "status", status: 403 } }],
    exports: 2,
  },
  "breaks off, and its address is no longer good then": {
    rules: [
      { match: FILE, times: 1, effect: { action: "loseResponse" } },
      { match: FILE, after: 1, times: 1, effect: { action: "status", status: 400 } },
    ],
    exports: 2,
  },
};

describe("an export that", () => {
  test("was asked for by a process killed right then, and is done by now, is found and not repeated", async () => {
    const id = await started();
    const before = callsTo("RunBulkQuery");
    const query = readStoreInBulk.document;
    await api(shop.domain, { lane: "batch" }).run(runBulkQuery, { query, groupObjects: false });
    const isDone = () => [...shop.bulkOperations.values()].at(-1)?.status;
    await expect.poll(isDone).toBe("COMPLETED");
    expect((await worked(id)).at(-1)).toBe("read");
    expect(callsTo("RunBulkQuery") - before).toBe(1);
    await expectAllRead();
  });

  test.each(Object.entries(TROUBLES))(
    "%s: every code is read once",
    async (_, { rules, exports, byPages = false }) => {
      const id = await started();
      const [before, pages] = [callsTo("RunBulkQuery"), callsTo("ReadStoreCodes")];
      for (const rule of rules) faults.add(rule);
      const effect = { action: "status", status: 503 } as const;
      faults.add({ match: { on: "call", name: "query" }, probability: 0.1, seed: 4, effect });
      const all = await worked(id);
      expect(all.at(-1)).toBe("read");
      expect(callsTo("ReadStoreCodes") > pages).toBe(byPages);
      expect(callsTo("RunBulkQuery") - before).toBe(exports);
      await expectAllRead();
    },
  );

  test("has to wait for others of this app says so, and starts by itself", async () => {
    const others: BulkOperation[] = [1, 2, 3, 4, 5].map((number) => ({
      ...{ id: 900 + number, query: "{ shop { id } }", groupObjects: false, bug: undefined },
      ...{ createdAt: new Date(), completedAt: undefined, status: "RUNNING", file: undefined },
      ...{ errorCode: undefined, objectCount: 0, rootObjectCount: 0 },
    }));
    for (const each of others) shop.bulkOperations.set(each.id, each);
    const id = await started();
    let waited = 0;
    const all = await worked(id, (said) => {
      if (!/busy with another export/.test(said) || (waited += 1) < 3) return;
      for (const each of others) each.completedAt = new Date();
    });
    expect(waited).toBe(3);
    expect(all.at(-1)).toBe("read");
    await expectAllRead();
  });
});

describe("access that ends in the middle of a reading", () => {
  const lost = (name: string, after: number, effect: NewFaultRule["effect"]) =>
    faults.add({ match: { on: "call", name }, after, times: 1, effect });

  test.each([
    ["before the export", "CountStore", 0],
    ["while Shopify writes", "ReadBulkOperation", 1],
    // How often it has to look until then, the machine's speed decides.
    ["before its file is taken over", "ReadBulkOperation", null],
  ])("%s: it says so, and goes on by itself with the next visit", async (_, name, after) => {
    const id = await started();
    const revoke = { action: "revoke", refresh: true } as const;
    if (after !== null) lost(name, after, revoke);
    else
      onCompleted = () => {
        onCompleted = () => {};
        lost(name, 0, revoke);
      };
    const all = await worked(id);
    expect(all.at(-1)).toBe("failed");
    expect(all.at(-2)).toMatch(
      /Open Bonafide in the Shopify admin once; it goes on by itself then/,
    );
    await resumeAdoptions(deps);
    expect((await prisma.adoption.findFirstOrThrow({ where: { id } })).state).toBe("failed");
    await olive.read("app");
    await resumeAdoptions(deps);
    expect((await worked(id)).at(-1)).toBe("read");
    await expectAllRead();
  });

  test("does not go on beside another reading that was started", async () => {
    const id = await started();
    lost("CountStore", 0, { action: "revoke", refresh: true });
    await worked(id);
    await olive.read("app");
    ahead += STEP_MS;
    const other = await started();
    await resumeAdoptions(deps);
    const states = await prisma.adoption.findMany({ where: { id: { in: [id, other] } } });
    expect(states.map(({ state }) => state).toSorted()).toEqual(["failed", "reading"]);
    expect((await worked(other)).at(-1)).toBe("read");
  });

  test("because of a scope: it says what to do, and can be started again", async () => {
    const id = await started();
    // Who may write may read, too.
    changeScopes(standin.world, shop, { drop: ["write_discounts"] });
    faults.add({ match: EXPORT, times: 2, effect: { action: "fail", done: 0 } });
    lost("ReadStoreCodes", 3, { action: "dropScope", scope: "read_discounts" });
    const all = await worked(id);
    expect(all.at(-1)).toBe("failed");
    expect(all.at(-2)).toMatch(/Update the app's permissions, then try again/);
    changeScopes(standin.world, shop, { grant: ["read_discounts", "write_discounts"] });
    await prisma.session.deleteMany({ where: { shop: shop.domain } });
    await olive.read("app");
    ahead += STEP_MS;
    expect((await worked(await started())).at(-1)).toBe("read");
    await expectAllRead();
  });
});
