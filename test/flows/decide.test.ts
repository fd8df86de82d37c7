import { isDeepStrictEqual } from "node:util";

import { beforeEach, describe, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { DriftChoice, DriftSummary } from "#app/domain/discount/drift.ts";
import type { CampaignSync } from "#app/domain/discount/sync.ts";
import type { SyncPreview } from "#app/services/sync/preview-sync.server.ts";
import { askJson } from "#test/demo/http.ts";
import { deleteDiscount } from "#test/standin/admin/discounts/verbs.ts";
import { foldCode } from "#test/standin/gid.ts";
import type { CodeDiscount } from "#test/standin/state.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const { world } = app.standin;
const DETAIL = "app.campaigns.$id._index";

let id = "";
let discount: CodeDiscount;

function discountOf(code: string): CodeDiscount {
  const discountId = demo.shop.codeIndex.get(foldCode(code));
  const found = discountId === undefined ? undefined : demo.shop.discounts.get(discountId);
  if (found?.method !== "code") throw new Error(`There is no discount with the code ${code}.`);
  return found;
}

const FIRST = "2030-01-01";
let made = 0;
/** A name that no campaign has yet. */
const nextName = () => `SUMMER${26 + made++}_10OFF`;

async function begin(name: string): Promise<void> {
  id = await demo.campaign(name, { percentage: "10", endsAt: `${FIRST}T12:00` });
  discount = discountOf(name);
}

const sync = async (): Promise<CampaignSync> =>
  (await demo.staff.read<{ sync: CampaignSync }>(DETAIL, { params: { id } })).sync;

/** As staff do it in Shopify's own admin. */
const there = (change: object) => demo.control(`discounts/${discount.id}`, change);

const mute = (topics: string[]) =>
  askJson(`${app.standin.url}/control/modes`, { method: "POST", body: { mute: topics } });

/** Both sides are changed before either hears of the other. @returns what waits for a decision. */
async function changeBoth(here: Partial<CampaignForm>, inShopify: object): Promise<DriftSummary> {
  await mute(["discounts/update"]);
  await there(inShopify);
  await demo.edit(id, here);
  await mute([]);
  const [conflict] = await openDrift();
  if (!conflict) throw new Error("No conflict was found.");
  return conflict;
}

const openDrift = async () => (await sync()).drift.filter(({ state }) => state === "open");

async function decide({ id: driftId, seen }: DriftSummary, form: Record<string, string>) {
  const posted = { params: { id }, form: { driftId, seen, ...form } };
  const answer = await demo.staff.post("app.campaigns.$id.decide-drift", posted);
  await demo.settled();
  return answer;
}

/** What the campaign says and what its discount says, of what is tried here. */
async function sides() {
  const { endsAt, totalCap } = await demo.detail(id);
  const of = (end: string | null, cap: number | null) => ({ end: end?.slice(0, 10) ?? null, cap });
  return {
    ours: of(endsAt, totalCap),
    theirs: of(discount.endsAt?.toISOString() ?? null, discount.usageLimit ?? null),
  };
}

const OURS = { endsAt: "2031-01-01T12:00", totalCap: "700" };
const THEIRS = { endsAt: "2032-01-01T12:00:00Z", usageLimit: 800 };
const ours = { end: "2031-01-01", cap: 700 };
const theirs = { end: "2032-01-01", cap: 800 };

describe("what was changed on both sides", () => {
  beforeEach(async () => {
    await begin(nextName());
  });

  test("stays as it is on both until somebody decides", async () => {
    const conflict = await changeBoth(OURS, THEIRS);
    expect(conflict.fields.map(({ field, changedBy }) => [field, changedBy])).toEqual([
      ["endsAt", "both"],
      ["usageLimit", "both"],
    ]);
    expect(await sides()).toEqual({ ours, theirs });
    expect((await demo.detail(id)).sync.state).toBe("synced");
  });

  test.each<[string, Record<string, DriftChoice>, object]>([
    ["Shopify's for both", { endsAt: "keep", usageLimit: "keep" }, theirs],
    ["ours for both", { endsAt: "restore", usageLimit: "restore" }, ours],
    ["one each", { endsAt: "keep", usageLimit: "restore" }, { ...ours, end: theirs.end }],
  ])("ends in equality with %s, and the next change is no conflict", async (_, each, both) => {
    const conflict = await changeBoth(OURS, THEIRS);
    expect((await decide(conflict, { choices: JSON.stringify(each) })).status).toBe(200);
    expect(await sides()).toEqual({ ours: both, theirs: both });
    expect(await openDrift()).toEqual([]);

    await demo.edit(id, { endsAt: "2033-01-01T12:00" });
    expect((await sides()).theirs.end).toBe("2033-01-01");
    await there({ usageLimit: 900 });
    await demo.settled();
    expect((await sides()).ours.cap).toBe(900);
    expect(await openDrift()).toEqual([]);
  });

  test("is settled by itself when somebody makes both say the same", async () => {
    await changeBoth({ endsAt: OURS.endsAt }, { endsAt: THEIRS.endsAt });
    await there({ endsAt: new Date("2031-01-01T12:00:00+01:00").toISOString() });
    await demo.settled();
    expect(await openDrift()).toEqual([]);
    expect(await sides()).toMatchObject({ ours: { end: ours.end }, theirs: { end: ours.end } });
  });

  test("is not decided on by whoever saw something older", async () => {
    const conflict = await changeBoth({ endsAt: OURS.endsAt }, { endsAt: THEIRS.endsAt });
    await there({ endsAt: "2034-01-01T12:00:00Z" });
    await demo.settled();
    const answer = await decide(conflict, { choice: "keep" });
    expect(answer.status).toBe(409);
    expect(answer.json().refusal?.message).toMatch(/has changed since/);
    expect((await sides()).ours.end).toBe(ours.end);
  });
});

describe("what was changed only in Shopify", () => {
  test("is adopted, and restored when somebody wants it back", async () => {
    await begin(nextName());
    await there({ title: "Sommer", percentage: 25, endsAt: THEIRS.endsAt });
    await demo.settled();
    const [adopted, ...more] = (await sync()).drift;
    expect(more).toEqual([]);
    expect(adopted).toMatchObject({ state: "adopted", isConflict: false });
    expect((await demo.detail(id)).offer).toEqual({ kind: "percentage", basisPoints: 2_500 });
    expect(discount.title).toBe("Sommer");

    if (adopted) expect((await decide(adopted, { choice: "restore" })).status).toBe(200);
    expect((await demo.detail(id)).offer).toEqual({ kind: "percentage", basisPoints: 1_000 });
    expect(discount.title).toMatch(/^SUMMER/);
    expect(await sides()).toMatchObject({ ours: { end: FIRST }, theirs: { end: FIRST } });
    expect((await sync()).drift).toEqual([]);
  });

  test("and cannot be said by a campaign waits, and stays when it is kept", async () => {
    await begin(nextName());
    await there({ oncePerCustomer: true });
    await demo.settled();
    const [drift] = await openDrift();
    expect(drift?.fields).toMatchObject([{ field: "oncePerCustomer", changedBy: "them" }]);
    if (drift) await decide(drift, { choice: "keep" });
    expect(await openDrift()).toEqual([]);
    expect(discount.appliesOncePerCustomer).toBe(true);
    await demo.edit(id, { endsAt: OURS.endsAt });
    expect(discount.appliesOncePerCustomer).toBe(true);
    expect(await openDrift()).toEqual([]);
  });
});

describe("a discount that was deleted", () => {
  test.each<[DriftChoice, string]>([
    ["restore", "is made anew"],
    ["keep", "ends its campaign"],
  ])("with %s %s", async (choice) => {
    const name = nextName();
    await begin(name);
    deleteDiscount(world, demo.shop, discount);
    await expect.poll(openDrift).toHaveLength(1);
    const [drift] = await openDrift();
    expect(drift?.kind).toBe("deleted");
    if (drift) expect((await decide(drift, { choice })).status).toBe(200);
    const isThere = demo.shop.codeIndex.has(foldCode(name));
    expect([isThere, (await demo.detail(id)).wanted]).toEqual(
      choice === "restore" ? [true, "on"] : [false, "ended"],
    );
    expect(await openDrift()).toEqual([]);
  });
});

test("what would be done can be asked before, and changes nothing", async () => {
  await begin(nextName());
  const preview = async () =>
    (
      await demo.staff.load("app.campaigns.$id.preview-sync", { params: { id } })
    ).json<SyncPreview>();
  expect((await preview()).plan.operations).toEqual([{ kind: "publish_guard" }]);
  await mute(["discounts/update"]);
  await there({ title: "Herbst" });
  expect((await preview()).plan.operations).toMatchObject([
    { kind: "publish_guard" },
    { kind: "adopt", fields: [{ field: "title", theirs: "Herbst" }] },
  ]);
  const changed = async () => {
    const before = await dumpDatabase(app.deps.database.pool);
    await preview();
    const after = await dumpDatabase(app.deps.database.pool);
    return Object.keys(after).filter((table) => !isDeepStrictEqual(before[table], after[table]));
  };
  // Again, should a job of another kind have been queued or ended meanwhile.
  await expect.poll(changed).toEqual([]);
  await mute([]);
});

test("every run is written down with who asked, what was done and what it cost", async () => {
  await begin(nextName());
  await demo.edit(id, OURS);
  const { runs, underWay } = await sync();
  expect(underWay).toBeNull();
  expect(runs.map(({ askedBy, result }) => [askedBy, result])).toEqual([
    ["Olive Owner", "done"],
    ["Olive Owner", "done"],
  ]);
  const [change, begun] = runs;
  expect(begun?.operations.map(({ kind }) => kind)).toEqual(["publish_guard", "create_discount"]);
  expect(change?.operations).toMatchObject([
    { kind: "publish_guard" },
    { kind: "change_discount", fields: [{ field: "endsAt" }, { field: "usageLimit" }] },
  ]);
  for (const { calls, points } of runs) expect([calls > 0, points > 0]).toEqual([true, true]);
});
