import { beforeEach, describe, expect, test } from "vitest";

import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { decideDrift } from "#app/services/sync/decide-drift.server.ts";
import { desiredTerms } from "#app/services/sync/desired-terms.server.ts";
import { listDrift } from "#app/services/sync/list-drift.server.ts";
import { noteAdopted, noteConflict } from "#app/services/sync/note-drift.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, formFor, refusalOf, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const at = await addShop(deps, "decide.example.com");
const editor = at.as("editor");
const { id: shopId } = at.shop;
const THEIRS = { title: "Sommer", endsAt: "2032-01-01T00:00:00.000Z" };

let id = "";
let number = 0;
beforeEach(async () => {
  number += 1;
  id = await addCampaign(deps, at, { name: `SUMMER${25 + number}_10OFF` });
  const key = { shopId_id: { shopId, id } };
  const row = await prisma.campaign.findUniqueOrThrow({ where: key });
  const ours = desiredTerms({ ...row, freed: 0 });
  // Both sides agreed on another title and end before.
  const before = { ...ours, title: "Before", endsAt: "2029-01-01T00:00:00.000Z" };
  const agreed = { ours: before, theirs: before };
  await prisma.campaign.update({ where: key, data: { agreed, syncState: "synced" } });
  await deps.takeJobs();
});

/** As a sync writes it down. */
async function addDrift(change: { state?: string; kind?: string; fields?: Difference[] } = {}) {
  const row = await campaign();
  const ours = desiredTerms({ ...row, freed: 0 });
  const fields = (["title", "endsAt"] as const).map((field) => ({
    ...{ field, ours: ours[field], theirs: THEIRS[field], agreed: null, changedBy: "both" },
  }));
  await prisma.drift.create({
    data: {
      ...{ shopId, id: deps.newId(), campaignId: id, kind: "terms", fields, isConflict: true },
      ...{ state: "open", foundAt: deps.now(), foundBy: "webhook", ...change },
    } as never,
  });
  const [drift] = valueOf(await listDrift(deps, editor, { campaignId: id }));
  if (!drift) throw new Error("The drift is not listed.");
  return drift;
}

const campaign = () => prisma.campaign.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } });
const posted = ({ id: driftId, seen }: DriftSummary, all: string, each: unknown = null) => ({
  ...{ driftId, seen, all, each },
});
const decisions = () =>
  prisma.auditEvent.findMany({ where: { subjectId: id, action: "campaign.drift_decided" } });

describe("a decision", () => {
  test("is written down with both sides, who made it, and sent to Shopify", async () => {
    const drift = await addDrift();
    const each = { title: "keep", endsAt: "restore" };
    valueOf(await decideDrift(deps, editor, id, posted(drift, "", each)));
    expect(await campaign()).toMatchObject({
      ...{ discountTitle: "Sommer", endsAt: null, revision: 2 },
      ...{ syncState: "waiting", syncAskedBy: "Ada the editor" },
    });
    const row = await prisma.drift.findFirstOrThrow({ where: { id: drift.id } });
    expect(row).toMatchObject({ state: "mixed", decidedBy: "Ada the editor" });
    expect(await decisions()).toMatchObject([
      {
        actorName: "Ada the editor",
        before: { "ours endsAt": null },
        after: { "Shopify’s title": "Sommer", "decision on endsAt": "restore" },
      },
    ]);
    expect(await deps.takeJobs()).toEqual([
      { name: "sync-campaign", data: { shopId, campaignId: id } },
    ]);
    expect(valueOf(await listDrift(deps, editor, { campaignId: id }))).toEqual([]);
  });

  test("of two people at once holds once, and the other is told", async () => {
    const drift = await addDrift();
    const outcomes = await Promise.all([
      decideDrift(deps, editor, id, posted(drift, "keep")),
      decideDrift(deps, at.as("admin"), id, posted(drift, "restore")),
    ]);
    expect(outcomes.map((each) => refusalOf(each)).sort()).toEqual(["conflict", "not refused"]);
    expect(await decisions()).toHaveLength(1);
    expect(await deps.takeJobs()).toHaveLength(1);
    const kept = outcomes[0]?.ok === true;
    expect(await campaign()).toMatchObject({
      ...{ revision: 2, discountTitle: kept ? "Sommer" : null },
    });
  });

  test("beside a change of the campaign goes by what the campaign says then", async () => {
    const drift = await addDrift();
    const form = formFor(at, { name: (await campaign()).name, endsAt: "2031-05-01T00:00" });
    const [changed, decided] = await Promise.all([
      changeCampaign(deps, editor, id, form),
      decideDrift(deps, at.as("admin"), id, posted(drift, "keep")),
    ]);
    expect(changed.ok).toBe(true);
    // Either the decision came first, or it saw that the end was changed and was refused.
    const { endsAt } = await campaign();
    expect(endsAt?.toISOString()).toBe("2031-04-30T22:00:00.000Z");
    if (!decided.ok) expect(decided.refusal.kind).toBe("conflict");
  });

  test.each([
    ["by a viewer", "viewer", "keep", "forbidden"],
    ["by a reviewer", "reviewer", "keep", "forbidden"],
    ["that is none", "editor", "shrug", "choices"],
    ["that says nothing", "editor", "", "choices"],
  ] as const)("%s is refused", async (_, role, all, refusal) => {
    const drift = await addDrift();
    const before = await campaign();
    expect(refusalOf(await decideDrift(deps, at.as(role), id, posted(drift, all)))).toBe(refusal);
    expect(await campaign()).toEqual(before);
    expect(await deps.takeJobs()).toEqual([]);
  });

  test("that leaves a field out is refused", async () => {
    const drift = await addDrift();
    const outcome = await decideDrift(deps, editor, id, posted(drift, "", { title: "keep" }));
    expect(refusalOf(outcome)).toBe("choices");
  });

  test("on what was changed here since it was found is refused", async () => {
    const drift = await addDrift();
    const data = { endsAt: new Date("2033-01-01T00:00:00Z") };
    await prisma.campaign.update({ where: { shopId_id: { shopId, id } }, data });
    const outcome = await decideDrift(deps, editor, id, posted(drift, "keep"));
    expect(refusalOf(outcome)).toBe("conflict");
    expect((await campaign()).endsAt).toEqual(data.endsAt);
  });
});

/** So many uses were taken back, in all. */
async function freed(reversals: number): Promise<void> {
  await prisma.rollup.deleteMany({ where: { shopId, key: id } });
  const zero = { revenueMinor: 0, discountMinor: 0, refundMinor: 0, timeZone: "UTC" };
  const row = { shopId, grain: "campaign", key: id, currency: "EUR", day: deps.now(), ...zero };
  await prisma.rollup.create({ data: { ...row, redemptions: reversals, reversals } });
}

test("a conflict over the cap is decided on, though uses were freed since it was found", async () => {
  const where = { shopId_id: { shopId, id } };
  await prisma.campaign.update({ where, data: { totalCap: 100 } });
  const row = { ...(await campaign()), freed: 2 };
  const sides = { ours: 102, theirs: 802, agreed: 50 };
  await noteConflict(deps, row, [{ field: "usageLimit", ...sides, changedBy: "both" }]);
  await freed(5);
  const [drift] = valueOf(await listDrift(deps, editor, { campaignId: id }));
  if (!drift) throw new Error("The drift is not listed.");
  valueOf(await decideDrift(deps, editor, id, posted(drift, "keep")));
  // Shopify counts what was freed: of its 802 uses that many are left over.
  expect(await campaign()).toMatchObject({ totalCap: 797 });
});

describe("what was adopted", () => {
  const adopt = async () => {
    const data = { discountTitle: THEIRS.title, endsAt: new Date(THEIRS.endsAt) };
    const drift = await addDrift({ state: "adopted" });
    await prisma.campaign.update({ where: { shopId_id: { shopId, id } }, data });
    return drift;
  };

  test("is taken back, and pushed", async () => {
    valueOf(await decideDrift(deps, editor, id, posted(await adopt(), "restore")));
    const row = await campaign();
    expect(row).toMatchObject({ discountTitle: row.name, endsAt: null, syncState: "waiting" });
    expect(await deps.takeJobs()).toHaveLength(1);
  });

  test("is put away without a sync", async () => {
    valueOf(await decideDrift(deps, editor, id, posted(await adopt(), "keep")));
    expect(await campaign()).toMatchObject({ discountTitle: "Sommer", syncState: "synced" });
    expect(await deps.takeJobs()).toEqual([]);
    expect(valueOf(await listDrift(deps, editor, { campaignId: id }))).toEqual([]);
  });

  test("is not taken back over what was changed here since", async () => {
    const drift = await adopt();
    const data = { discountTitle: "Something else" };
    await prisma.campaign.update({ where: { shopId_id: { shopId, id } }, data });
    const outcome = await decideDrift(deps, editor, id, posted(drift, "restore"));
    expect(refusalOf(outcome)).toBe("conflict");
    expect((await campaign()).discountTitle).toBe("Something else");
  });

  test("of a campaign that was paused then pauses it again", async () => {
    const drift = await addDrift({
      state: "adopted",
      fields: [
        {
          ...{ field: "endsAt", ours: "stopped", theirs: THEIRS.endsAt, agreed: null },
          changedBy: "them",
        },
      ],
    });
    const data = { endsAt: new Date(THEIRS.endsAt) };
    await prisma.campaign.update({ where: { shopId_id: { shopId, id } }, data });
    valueOf(await decideDrift(deps, editor, id, posted(drift, "restore")));
    expect(await campaign()).toMatchObject({ wanted: "paused", ...data });
  });

  /** What Shopify says becomes ours by a sync that finds it so, and is listed. */
  const adopted = async (field: Difference["field"], theirs: unknown, freed = 0) => {
    const row = { ...(await campaign()), freed };
    const ours = desiredTerms(row);
    const agreed = { ours, theirs: ours } as never;
    await prisma.campaign.update({ where: { shopId_id: { shopId, id } }, data: { agreed } });
    const difference = { field, ours: ours[field], theirs, agreed: ours[field] };
    await noteAdopted(deps, row, [{ ...difference, changedBy: "them" }]);
    const [drift] = valueOf(await listDrift(deps, editor, { campaignId: id }));
    if (!drift) throw new Error("The drift is not listed.");
    return drift;
  };

  test("of a campaign that had ended ends it again", async () => {
    await prisma.campaign.update({
      where: { shopId_id: { shopId, id } },
      data: { wanted: "ended" },
    });
    const drift = await adopted("endsAt", THEIRS.endsAt);
    expect(await campaign()).toMatchObject({ wanted: "on" });
    valueOf(await decideDrift(deps, editor, id, posted(drift, "restore")));
    expect(await campaign()).toMatchObject({ wanted: "ended" });
  });

  test("is the cap there was, however many uses were freed before and since", async () => {
    await prisma.campaign.update({
      where: { shopId_id: { shopId, id } },
      data: { totalCap: 100 },
    });
    await freed(2);
    const drift = await adopted("usageLimit", 802, 2);
    expect(await campaign()).toMatchObject({ totalCap: 800 });
    await freed(5);
    valueOf(await decideDrift(deps, editor, id, posted(drift, "restore")));
    expect(await campaign()).toMatchObject({ totalCap: 100 });
  });

  test("is not the cap when that was changed here since", async () => {
    const where = { shopId_id: { shopId, id } };
    await prisma.campaign.update({ where, data: { totalCap: 100 } });
    const drift = await adopted("usageLimit", 800);
    await prisma.campaign.update({ where, data: { totalCap: 900 } });
    const outcome = await decideDrift(deps, editor, id, posted(drift, "restore"));
    expect(refusalOf(outcome)).toBe("conflict");
  });
});

describe("codes that were removed in Shopify", () => {
  test.each([
    ["restore", "pending", 1],
    ["keep", "retired", 0],
  ] as const)("with %s are %s", async (choice, state, jobs) => {
    const drift = await addDrift({ kind: "codes_removed", fields: [] });
    await prisma.code.updateMany({ where: { shopId, campaignId: id }, data: { state: "removed" } });
    valueOf(await decideDrift(deps, editor, id, posted(drift, choice)));
    const codes = await prisma.code.findMany({ where: { shopId, campaignId: id } });
    expect(codes.map((code) => code.state)).toEqual([state]);
    expect(await deps.takeJobs()).toHaveLength(jobs);
  });
});
