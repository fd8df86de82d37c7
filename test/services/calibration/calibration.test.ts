import { beforeEach, describe, expect, test } from "vitest";

import type { CaseChoice } from "#app/domain/calibration/precision.ts";
import type { CaseDecision } from "#app/domain/case/case.ts";
import { usualForm } from "#app/domain/case/decision.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { foldCases } from "#app/services/case/fold-cases.server.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { listDecidedCases } from "#app/services/calibration/list-decided-cases.server.ts";
import { readCalibration } from "#app/services/calibration/read-calibration.server.ts";
import { refitScale } from "#app/services/calibration/refit-scale.server.ts";
import { refitScales } from "#app/services/calibration/refit-scales.server.ts";
import { scaleInForce } from "#app/services/calibration/scale-in-force.server.ts";
import { setThreshold } from "#app/services/calibration/set-threshold.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
const PEOPLE = 12;
let shops = 0;
let at: TestShop;
let campaignId: string;

/** Twelve customers with an order each, numbered alike. */
beforeEach(async () => {
  at = await addShop(deps, `calibration-${(shops += 1)}.myshopify.com`);
  campaignId = await addCampaign(deps, at);
  for (let id = 1; id <= PEOPLE; id += 1) {
    const payload = orderBody(id, { customer: { id }, email: `c${id}@example.com` });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, at.shop.id);
});

type Found = { order: number; score: number | null; signals?: string[]; kind?: string };

/** Flags as the signals raise them, each in a case of its own. */
async function flag(...found: Found[]): Promise<void> {
  const { id: shopId } = at.shop;
  for (const { order, score, signals = ["over_limit"], kind = "over_limit" } of found) {
    const { personId } = await prisma.order.findUniqueOrThrow({
      where: { shopId_id: { shopId, id: BigInt(order) } },
    });
    const evidence = { orders: [], numbers: {} };
    const stored = signals.map((name) => ({ name, score, bits: 4, evidence }));
    await prisma.flag.create({
      data: {
        ...{ shopId, id: deps.newId(), kind, orderId: BigInt(order), campaignId },
        ...{ codeKey: "SUMMER26_10OFF", personId, evidence, signals: stored, state: "open" },
        ...{ score, rawScore: score, createdAt: deps.now() },
      },
    });
  }
  const context = { now: deps.now(), newId: deps.newId };
  await inTransaction(pool, (client) => foldCases(client, shopId, null, context));
}

async function caseOf(order: number): Promise<string> {
  const row = await prisma.flag.findFirstOrThrow({
    where: { shopId: at.shop.id, orderId: BigInt(order) },
  });
  return row.caseId ?? "";
}

async function decide(decision: CaseDecision, ...orders: number[]): Promise<void> {
  for (const order of orders) {
    const form = { ...usualForm(decision), disqualify: "" };
    valueOf(await decideCase(deps, at.as("reviewer"), await caseOf(order), form));
  }
}

const read = async () => valueOf(await readCalibration(deps, at.as("reviewer")));
const casesOf = async (choice: CaseChoice, cursor: string | null = null) =>
  valueOf(await listDecidedCases(deps, at.as("reviewer"), { choice, cursor }));
const refit = () => refitScale(deps, at.as("admin"));
const scoreOf = async (order: number) =>
  (await prisma.flag.findFirstOrThrow({ where: { shopId: at.shop.id, orderId: BigInt(order) } }))
    .score;

describe("what staff decided", () => {
  test("precision by band and by signal, with what was wrong above and below the threshold", async () => {
    await flag(
      ...[1, 2, 3].map((order) => ({ order, score: 0.97 })),
      { order: 4, score: 0.85, signals: ["over_limit", "velocity"] },
      { order: 5, score: 0.6, kind: "overshoot" },
      { order: 6, score: null, kind: "overshoot", signals: [] },
    );
    await decide("abuse", 1, 2, 5, 6);
    await decide("fine", 3);
    await decide("same_household", 4);
    const { all, bands, signals, missed, mistaken, verdicts } = await read();
    expect(all).toMatchObject({ right: 4, of: 6 });
    expect(
      bands.filter(({ of }) => of > 0).map(({ from, right, of }) => [from, right, of]),
    ).toEqual([
      [0.5, 1, 1],
      [0.8, 0, 1],
      [0.95, 2, 3],
    ]);
    expect(signals.map(({ kind, right, of }) => [kind, right, of])).toEqual([
      ["over_limit", 3, 5],
      ["overshoot", 2, 2],
      ["velocity", 0, 1],
    ]);
    const names = ({ rows }: typeof missed) => rows.flatMap(({ orders }) => orders[0]?.name);
    expect(names(missed).sort()).toEqual(["#5", "#6"]);
    expect(names(mistaken)).toEqual(["#3"]);
    expect(verdicts).toBe(5);
  });

  test("every number opens the cases it counts, with those that were right", async () => {
    await flag(
      ...[1, 2].map((order) => ({ order, score: 0.97, signals: ["over_limit", "velocity"] })),
      ...[3, 4].map((order) => ({ order, score: 0.85 })),
      { order: 5, score: 0.6, kind: "overshoot" },
    );
    await decide("abuse", 1, 3, 5);
    await decide("fine", 2, 4);
    const { all, bands, signals, missed, mistaken } = await read();
    const numbers: [CaseChoice, { of: number; right?: number }][] = [
      [{ list: "all" }, all],
      ...bands.map((band): (typeof numbers)[number] => [{ list: "band", from: band.from }, band]),
      ...signals.map((each): (typeof numbers)[number] => [
        { list: "signal", signal: each.kind },
        each,
      ]),
      [{ list: "missed" }, missed],
      [{ list: "mistaken" }, mistaken],
    ];
    for (const [choice, number] of numbers) {
      const found = await casesOf(choice);
      expect(found).toMatchObject({ of: number.of, next: null });
      expect(found.rows).toHaveLength(number.of);
      const right = found.rows.filter((row) => row.isRight).length;
      expect(right).toBe(found.right);
      if (number.right !== undefined) expect(right).toBe(number.right);
    }
    expect((await casesOf({ list: "missed" })).rows).toMatchObject([
      { score: 0.6, decision: "abuse", orders: [{ name: "#5" }], isRight: true },
    ]);
  });

  test("a long list comes in pages that neither repeat nor leave out a case", async () => {
    const stored = Array.from({ length: 60 }, (_, place) => ({
      ...{ shopId: at.shop.id, id: deps.newId(), kind: "velocity", campaignId },
      ...{ orderId: BigInt((place % PEOPLE) + 1), codeKey: `CODE${place}` },
      ...{ evidence: {}, signals: [], state: "reviewed" },
      ...{ score: 0.9, rawScore: 0.9, createdAt: deps.now(), decidedAt: deps.now() },
      decision: "abuse",
    }));
    await prisma.flag.createMany({ data: stored });
    const first = await casesOf({ list: "all" });
    const rest = await casesOf({ list: "all" }, first.next);
    expect([first.of, first.rows.length, rest.rows.length, rest.next]).toEqual([60, 50, 10, null]);
  });

  test("only who may see flags sees the cases behind a number", async () => {
    for (const role of ["viewer", "editor"] as const) {
      const asked = { choice: { list: "all" }, cursor: null } as const;
      expect(refusalOf(await listDecidedCases(deps, at.as(role), asked))).toBe("forbidden");
    }
  });

  test("what was decided stays as it was seen, whatever scale and threshold come after", async () => {
    await flag(
      { order: 1, score: 0.85 },
      { order: 2, score: 0.85 },
      { order: 3, score: 0.85, kind: "overshoot" },
      { order: 4, score: 0.75, kind: "overshoot" },
    );
    await decide("abuse", 1, 4);
    await decide("fine", 2, 3);
    const told = async () => {
      const { all, bands, missed, mistaken } = await read();
      return { all, bands, missed, mistaken };
    };
    const before = await told();
    expect(before.missed.rows).toMatchObject([{ score: 0.75, orders: [{ name: "#4" }] }]);
    expect(before.mistaken.of).toBe(2);
    await deps.sleep(60_000);
    valueOf(await setThreshold(deps, at.as("admin"), "95"));
    await deps.sleep(60_000);
    valueOf(await refit());
    expect((await read()).scale.knots).not.toEqual([]);
    expect(await told()).toEqual(before);
    expect((await casesOf({ list: "mistaken" })).of).toBe(2);
  });

  test("a case is one verdict, however many flags it has; what was taken back is none", async () => {
    await flag({ order: 1, score: 0.9 }, { order: 2, score: 0.97 });
    await prisma.flag.updateMany({
      where: { shopId: at.shop.id, orderId: 2n },
      data: { caseId: await caseOf(1) },
    });
    await decide("abuse", 1);
    expect((await read()).all).toMatchObject({ right: 1, of: 1 });
    expect((await read()).bands.find(({ of }) => of > 0)?.from).toBe(0.95);
    valueOf(await undoDecision(deps, at.as("reviewer"), await caseOf(1)));
    expect((await read()).all.of).toBe(0);
  });

  test("orders below the threshold that nobody looked at, by people who were abusive", async () => {
    await flag({ order: 1, score: 0.97 });
    await decide("abuse", 1);
    const { personId } = await prisma.order.findUniqueOrThrow({
      where: { shopId_id: { shopId: at.shop.id, id: 1n } },
    });
    for (const [id, score] of [
      [2n, 0.4],
      [3n, 0.95],
    ] as const) {
      const key = { shopId_id: { shopId: at.shop.id, id } };
      await prisma.order.update({ where: key, data: { personId } });
      const row = { shopId: at.shop.id, orderId: id };
      await prisma.identityOrder.upsert({
        where: { shopId_orderId: row },
        update: { score },
        create: { ...row, placedAt: deps.now(), version: deps.now(), score },
      });
    }
    const { unseen } = await read();
    expect(unseen).toMatchObject({ of: 1, rows: [{ name: "#2", score: 0.4 }] });
  });
});

describe("the scale", () => {
  test("is fitted to what was decided: open flags come to lie on it, decided ones stay", async () => {
    await flag(...Array.from({ length: PEOPLE }, (_, at) => ({ order: at + 1, score: 0.95 })));
    await decide("fine", 1, 2, 3, 4, 5, 6, 7, 8);
    await decide("abuse", 9, 10);
    expect(valueOf(await refit())).toEqual({ version: 1, verdicts: 10 });
    // 2 of 10 were right: a sixth of the way there.
    const score = await scoreOf(11);
    expect(score).toBeGreaterThan(0.88);
    expect(score).toBeLessThan(0.93);
    expect(await scoreOf(12)).toBe(score);
    expect(await scoreOf(1)).toBe(0.95);
    const { scale, fitted } = await read();
    expect(scale).toMatchObject({ verdicts: 10, flagFrom: FLAG_FROM, thresholdSet: null });
    expect(scale.fitted).toEqual({ version: 1, at: deps.now().toISOString(), by: "Ada the admin" });
    expect(fitted).toEqual(scale.knots);
  });

  test("fitted twice to the same is the same", async () => {
    await flag({ order: 1, score: 0.95 }, { order: 2, score: 0.9 });
    await decide("fine", 1);
    await refit();
    const [first, score] = [await scaleInForce(prisma, at.shop.id), await scoreOf(2)];
    await refit();
    const second = await scaleInForce(prisma, at.shop.id);
    expect([second.version, second.knots]).toEqual([2, first.knots]);
    expect(await scoreOf(2)).toBe(score);
  });

  test("without a verdict there is nothing to fit; only an admin may", async () => {
    await flag({ order: 1, score: 0.95 });
    expect(refusalOf(await refit())).toBe("conflict");
    for (const role of ["viewer", "editor", "reviewer"] as const)
      expect(refusalOf(await refitScale(deps, at.as(role)))).toBe("forbidden");
    for (const role of ["viewer", "editor"] as const)
      expect(refusalOf(await readCalibration(deps, at.as(role)))).toBe("forbidden");
    expect(await prisma.scoreScale.count({ where: { shopId: at.shop.id } })).toBe(0);
  });

  test("is fitted by itself after ten decisions, and not again until there are ten more", async () => {
    await flag(...Array.from({ length: PEOPLE }, (_, at) => ({ order: at + 1, score: 0.95 })));
    await decide("abuse", 1, 2, 3, 4, 5, 6, 7, 8, 9);
    await refitScales(deps);
    expect((await read()).scale.fitted).toBeNull();
    await decide("abuse", 10);
    await refitScales(deps);
    await decide("abuse", 11);
    await refitScales(deps);
    expect((await read()).scale).toMatchObject({
      fitted: { version: 1, by: "Bonafide" },
      verdicts: 10,
    });
  });
});

describe("the threshold", () => {
  test("is set in a version of its own, keeps the scale and stands in the log", async () => {
    await flag({ order: 1, score: 0.95 });
    await decide("fine", 1);
    await refit();
    const { knots } = await scaleInForce(prisma, at.shop.id);
    expect(valueOf(await setThreshold(deps, at.as("admin"), "92,5 %"))).toEqual({
      flagFrom: 0.925,
    });
    expect(await scaleInForce(prisma, at.shop.id)).toMatchObject({
      version: 2,
      knots,
      verdicts: 1,
    });
    await setThreshold(deps, at.as("admin"), "92.5");
    expect((await read()).scale).toMatchObject({
      fitted: { version: 1 },
      thresholdSet: { version: 2, by: "Ada the admin" },
    });
    const logged = await prisma.auditEvent.findMany({
      where: { shopId: at.shop.id, action: { startsWith: "scale." } },
      orderBy: { id: "asc" },
    });
    expect(logged.map(({ action, after }) => [action, after])).toEqual([
      ["scale.refitted", { flagFrom: FLAG_FROM, verdicts: 1 }],
      ["scale.threshold_set", { flagFrom: 0.925, verdicts: 1 }],
    ]);
  });

  test.each(["", "49", "101", "eighty", "80.55", "-80", "1e2"])("%j is none", async (typed) => {
    expect(refusalOf(await setThreshold(deps, at.as("admin"), typed))).toBe("flagFrom");
  });

  test("only an admin may set it", async () => {
    expect(refusalOf(await setThreshold(deps, at.as("reviewer"), "90"))).toBe("forbidden");
  });
});
