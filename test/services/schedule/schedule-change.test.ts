import { describe, expect, test } from "vitest";

import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { refusalOf, valueOf } from "#test/support/test-shop.ts";
import { scheduleStage } from "./schedule-stage.ts";

const deps = await testDeps({ now: "2026-06-15T12:00:00Z" });
const on = scheduleStage(deps, { endsAt: "2026-07-01T00:00", totalCap: "100" });
const sync = () => ({
  name: "sync-campaign",
  data: { shopId: on.at.shop.id, campaignId: on.id },
});

describe("now", () => {
  test("a change is made at once, written down, synced and kept to be undone", async () => {
    const id = await on.scheduled({ action: "pause" });
    expect(await on.row()).toMatchObject({
      ...{ wanted: "paused", revision: 2, syncState: "waiting" },
      syncAskedBy: "Ada the editor",
    });
    expect(await on.audit()).toEqual(["campaign.paused by Ada the editor"]);
    expect(await deps.takeJobs()).toEqual([sync()]);
    expect(await on.list()).toMatchObject([
      { id, state: "done", before: { wanted: "on" }, after: { wanted: "paused" } },
    ]);
    valueOf(await on.undo(id));
    expect(await on.row()).toMatchObject({ wanted: "on", revision: 3 });
    expect(await on.audit()).toContain("change.undone by Ada the editor");
    expect(await on.states()).toEqual(["pause undone"]);
  });

  test.each<[Parameters<typeof on.schedule>[0], string]>([
    [{ action: "resume" }, "action"],
    [{ action: "extend", endsAt: "2026-06-20T00:00" }, "endsAt"],
    [{ action: "extend", endsAt: "2027-03-28T02:30" }, "endsAt"],
    [{ action: "extend", endsAt: "2026-10-25T02:30" }, "endsAtWhich"],
    [{ action: "raise_cap", cap: "50" }, "cap"],
    [{ action: "raise_cap", cap: "many" }, "cap"],
    [{ action: "rotate", codeId: "1", to: "" }, "to"],
    [{ action: "rotate", codeId: "x", to: "A" }, "codeId"],
    [{ action: "dance" }, "action"],
    [{ action: "pause", at: "2026-06-01T10:00" }, "at"],
    [{ action: "pause", at: "2026-10-25T02:30" }, "atWhich"],
  ])("%j is refused beside its field", async (form, field) => {
    expect(refusalOf(await on.schedule(form))).toBe(field);
    expect(refusalOf(await on.preview(form))).toBe(field);
    expect(await on.list()).toEqual([]);
    expect(await deps.takeJobs()).toEqual([]);
  });

  test("only those who may edit campaigns schedule, cancel and undo", async () => {
    const viewer = on.at.as("viewer");
    const id = await on.scheduled({ action: "pause" });
    const refused = [
      await on.schedule({ action: "resume" }, viewer),
      await on.preview({ action: "resume" }, viewer),
      await on.cancel(id, viewer),
      await on.undo(id, viewer),
    ];
    expect(refused.map(refusalOf)).toEqual(Array(4).fill("forbidden"));
    expect(refusalOf(await on.undo("x"))).toBe("not_found");
    expect(refusalOf(await on.cancel(id))).toBe("conflict");
  });
});

describe("at a time", () => {
  const LATER = { action: "extend", endsAt: "2026-08-01T00:00", at: "2026-06-15T15:00" };

  test("a change waits with the time as it was given, and has a job for its second", async () => {
    const id = await on.scheduled(LATER);
    expect(await on.row()).toMatchObject({ revision: 1, syncState: "synced" });
    const [row] = await deps.database.prisma.scheduledChange.findMany({ where: { id } });
    expect(row).toMatchObject({
      ...{ state: "waiting", timeZone: "Europe/Berlin", localTime: "2026-06-15T15:00" },
      dueAt: new Date("2026-06-15T13:00:00Z"),
    });
    const data = { shopId: on.at.shop.id, changeId: id };
    expect(await deps.takeJobs()).toEqual([{ name: "run-changes", data }]);
  });

  test("it is done when it is due, as the schedule's doing", async () => {
    await on.scheduled(LATER);
    await runDueChanges(deps);
    expect(await on.states()).toEqual(["extend waiting"]);
    deps.clock.now = new Date("2026-06-15T13:00:00Z");
    await runDueChanges(deps);
    await runDueChanges(deps);
    expect(await on.row()).toMatchObject({
      ...{ revision: 2, syncAskedBy: "schedule", syncState: "waiting" },
      endsAt: new Date("2026-07-31T22:00:00Z"),
    });
    expect(await on.audit()).toEqual([
      "change.scheduled by Ada the editor",
      "campaign.extended by Bonafide",
    ]);
  });

  test("a time that comes twice is the one that was chosen", async () => {
    const at = { action: "pause", at: "2026-10-25T02:30" };
    await on.scheduled({ action: "extend", endsAt: "2026-12-01T00:00" });
    const earlier = await on.scheduled({ ...at, atWhich: "earlier" });
    valueOf(await on.cancel(earlier));
    await on.scheduled({ ...at, atWhich: "later" });
    const due = (await on.list()).filter(({ action }) => action.kind === "pause");
    expect(due.map(({ dueAt, state }) => `${state} ${dueAt}`).toSorted()).toEqual([
      "cancelled 2026-10-25T00:30:00.000Z",
      "waiting 2026-10-25T01:30:00.000Z",
    ]);
  });

  test("when the shop moves to another zone the time stays the instant, and says what was given", async () => {
    await on.scheduled(LATER);
    await deps.database.prisma.shop.update({
      where: { id: on.at.shop.id },
      data: { timeZone: "America/New_York" },
    });
    const [change] = await on.list();
    expect(change).toMatchObject({
      dueAt: "2026-06-15T13:00:00.000Z",
      given: { timeZone: "Europe/Berlin", local: "2026-06-15T15:00" },
    });
  });

  test("one that is cancelled is never done", async () => {
    const id = await on.scheduled(LATER);
    valueOf(await on.cancel(id));
    valueOf(await on.cancel(id));
    deps.clock.now = new Date("2026-06-15T14:00:00Z");
    await runDueChanges(deps);
    expect(await on.row()).toMatchObject({ revision: 1 });
    expect(await on.states()).toEqual(["extend cancelled"]);
    expect(refusalOf(await on.undo(id))).toBe("conflict");
  });

  test("what cannot be done any more by then has failed and says why, and the next is done", async () => {
    await on.scheduled({ action: "pause", at: "2026-06-15T15:00" });
    await on.scheduled({ action: "raise_cap", cap: "200", at: "2026-06-15T16:00" });
    await on.scheduled({ action: "pause" }).catch(() => undefined);
    deps.clock.now = new Date("2026-06-15T20:00:00Z");
    await runDueChanges(deps);
    expect(await on.states()).toEqual(["pause done", "pause failed", "raise_cap done"]);
    const failed = (await on.list()).find(({ state }) => state === "failed");
    expect(failed?.error).toBe("It is paused already.");
    expect(await on.audit()).toContain("change.failed by Bonafide");
  });

  test("late ones are done in the order of their times", async () => {
    await on.scheduled({ action: "pause", at: "2026-06-15T15:00" });
    await on.scheduled({ action: "resume", at: "2026-06-15T15:10" });
    await on.scheduled({ action: "end", at: "2026-06-15T15:20" });
    deps.clock.now = new Date("2026-06-16T12:00:00Z");
    await runDueChanges(deps);
    expect(await on.states()).toEqual(["pause done", "resume done", "end done"]);
    expect(await on.row()).toMatchObject({ wanted: "ended", revision: 4 });
  });

  test("a change that would only fail after what waits is refused when it is asked for", async () => {
    await on.scheduled({ action: "end", at: "2026-06-15T15:00" });
    expect(refusalOf(await on.schedule({ action: "pause", at: "2026-06-15T16:00" }))).toBe(
      "action",
    );
    valueOf(await on.schedule({ action: "pause", at: "2026-06-15T14:30" }));
  });

  test("a shop that removed the app is left alone", async () => {
    await on.scheduled(LATER);
    await deps.database.prisma.shop.update({
      where: { id: on.at.shop.id },
      data: { uninstalledAt: deps.now() },
    });
    deps.clock.now = new Date("2026-06-15T14:00:00Z");
    await runDueChanges(deps);
    expect(await on.states()).toEqual(["extend waiting"]);
  });
});

describe("a preview", () => {
  test("says what will differ, what is asked of Shopify, and what else is waiting", async () => {
    await on.scheduled({ action: "resume", at: "2026-06-15T18:00" }).catch(() => undefined);
    await on.scheduled({ action: "pause", at: "2026-06-15T17:00" });
    await on.scheduled({ action: "raise_cap", cap: "150", at: "2026-06-16T09:00" });
    const preview = valueOf(await on.preview({ action: "raise_cap", cap: "120" }));
    expect(preview).toMatchObject({
      ...{ isNow: true, before: { cap: 100 }, after: { cap: 120 } },
      operations: [
        { kind: "publish_guard" },
        { kind: "change_discount", fields: [{ field: "usageLimit", ours: 120, theirs: 100 }] },
      ],
      calls: 3,
    });
    expect(preview.warnings).toEqual([
      { kind: "overlaps", action: "raise_cap", dueAt: "2026-06-16T07:00:00.000Z" },
    ]);
    const end = valueOf(await on.preview({ action: "end", at: "2026-06-15T16:00" }));
    expect(end.operations.map(({ kind }) => kind)).toEqual(["publish_guard", "stop_discount"]);
    expect(end.warnings.map(({ kind }) => kind)).toEqual(["fails", "fails"]);
    expect(end.undo).toMatch(/for good/);
    expect(await on.row()).toMatchObject({ revision: 1 });
  });

  test("of a resumption starts from what will have been paused", async () => {
    await on.scheduled({ action: "pause", at: "2026-06-15T15:00" });
    const preview = valueOf(await on.preview({ action: "resume", at: "2026-06-15T16:00" }));
    expect(preview).toMatchObject({ before: { wanted: "paused" }, after: { wanted: "on" } });
    expect(preview.operations.map(({ kind }) => kind)).toEqual([
      "publish_guard",
      "change_discount",
    ]);
  });
});
