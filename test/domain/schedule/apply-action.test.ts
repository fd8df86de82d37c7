import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { ScheduledAction } from "#app/domain/schedule/action.ts";
import { applyAction } from "#app/domain/schedule/apply-action.ts";
import { asBefore, withChanges, type CampaignFacts } from "#app/domain/schedule/facts.ts";
import { undoOf } from "#app/domain/schedule/undo-of.ts";
import { anyAction, anyFacts, NOW, RUNNING } from "./facts.ts";

const LATER = "2026-08-01T00:00:00.000Z";

type Row = [change: Partial<CampaignFacts>, action: ScheduledAction, expected: unknown];

const scheduled = { startsAt: LATER, endsAt: null };
const rotate = (to: string | null): ScheduledAction => ({ kind: "rotate", codeId: "1", to });
const oneCode = (state: CampaignFacts["codes"][string]["state"]) => ({
  codes: { "1": { text: "SUMMER26", state } },
});

const TABLE: Row[] = [
  [scheduled, { kind: "start" }, { startsAt: NOW }],
  [{}, { kind: "start" }, /has started already/],
  [{ ...scheduled, wanted: "paused" }, { kind: "start" }, /Resume it/],
  [{ endsAt: "2026-06-10T00:00:00.000Z" }, { kind: "start" }, /end has passed/],
  [{}, { kind: "pause" }, { wanted: "paused" }],
  [{ wanted: "paused" }, { kind: "pause" }, /paused already/],
  [{ endsAt: NOW }, { kind: "pause" }, /end has passed/],
  [{ wanted: "paused" }, { kind: "resume" }, { wanted: "on" }],
  [{}, { kind: "resume" }, /not paused/],
  [{}, { kind: "end" }, { wanted: "ended" }],
  [{ wanted: "ended" }, { kind: "end" }, /has ended/],
  [{ wanted: "ended" }, { kind: "extend", endsAt: LATER }, /has ended/],
  [{}, { kind: "extend", endsAt: LATER }, { endsAt: LATER }],
  [{}, { kind: "extend", endsAt: null }, { endsAt: null }],
  [{ endsAt: "2026-06-10T00:00:00.000Z" }, { kind: "extend", endsAt: LATER }, { endsAt: LATER }],
  [{ endsAt: null }, { kind: "extend", endsAt: LATER }, /no end/],
  [{}, { kind: "extend", endsAt: "2026-06-20T00:00:00.000Z" }, /no later than the present/],
  [{}, { kind: "extend", endsAt: "2026-06-15T12:00:00.000Z" }, /in the past/],
  [{}, { kind: "raise_cap", cap: 150 }, { cap: 150 }],
  [{}, { kind: "raise_cap", cap: null }, { cap: null }],
  [{}, { kind: "raise_cap", cap: 100 }, /no higher/],
  [{ uses: 120 }, { kind: "raise_cap", cap: 110 }, /below the uses/],
  [{ cap: null }, { kind: "raise_cap", cap: 110 }, /no cap/],
  [{ codeKind: "unique", cap: null }, { kind: "raise_cap", cap: 2 }, /works once/],
  [{}, rotate("NEW26"), { codes: { "1": { text: "NEW26", state: "pending" } } }],
  [oneCode("paused"), rotate("NEW26"), { codes: { "1": { text: "NEW26", state: "pending" } } }],
  [{}, rotate("summer26"), /the old one/],
  [{}, rotate(null), /Say which code/],
  [oneCode("pending"), rotate("NEW26"), /on its way/],
  [oneCode("pausing"), rotate("NEW26"), /being taken out/],
  [oneCode("retired"), rotate("NEW26"), /no longer one/],
  [{ uses: 100 }, rotate("NEW26"), /used up/],
  [
    { uses: 100, codeKind: "list" },
    rotate("N"),
    { codes: { "1": { text: "N", state: "pending" } } },
  ],
  [{ codes: {} }, rotate("NEW26"), /no longer one/],
  [{ isMaking: true }, { kind: "retire" }, { wanted: "ended", isMaking: false }],
];

describe("what an action changes", () => {
  test.each(TABLE)("%j: %j", (change, action, expected) => {
    const applied = applyAction({ ...RUNNING, ...change }, action, NOW);
    if (expected instanceof RegExp) expect(applied.ok || applied.message).toMatch(expected);
    else expect(applied).toEqual({ ok: true, changed: expected });
  });

  test("is always something, and only what it says", () => {
    fc.assert(
      fc.property(anyFacts, anyAction, (facts, action) => {
        const applied = applyAction(facts, action, NOW);
        if (applied.ok) expect(withChanges(facts, applied.changed)).not.toEqual(facts);
        else expect(applied.message).toMatch(/\.$/);
      }),
    );
  });
});

describe("undoing", () => {
  test("gives the facts back, or says why not", () => {
    fc.assert(
      fc.property(anyFacts, anyAction, (facts, action) => {
        const applied = applyAction(facts, action, NOW);
        if (!applied.ok) return;
        const change = { before: asBefore(facts, applied.changed), after: applied.changed };
        const present = withChanges(facts, applied.changed);
        const live = "1" in (applied.changed.codes ?? {}) ? inShopify(present) : present;
        const undone = undoOf(action, change, live, NOW);
        if (undone.ok) expect(withChanges(live, undone.changed)).toEqual(facts);
        else expect(undone.message).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });

  const undo = (action: ScheduledAction, since: Partial<CampaignFacts> = {}, now = NOW) => {
    const facts = { ...RUNNING, ...(action.kind === "start" ? scheduled : {}) };
    const applied = applyAction(facts, action, NOW);
    if (!applied.ok) throw new Error(applied.message);
    const change = { before: asBefore(facts, applied.changed), after: applied.changed };
    return undoOf(action, change, { ...withChanges(facts, applied.changed), ...since }, now);
  };

  test.each<[ScheduledAction, Partial<CampaignFacts>, string, RegExp]>([
    [{ kind: "end" }, {}, NOW, /for good/],
    [{ kind: "retire" }, {}, NOW, /for good/],
    [{ kind: "pause" }, { wanted: "ended" }, NOW, /has ended since/],
    [{ kind: "pause" }, { wanted: "on" }, NOW, /changed since/],
    [{ kind: "start" }, {}, LATER, /by itself/],
    [{ kind: "raise_cap", cap: 150 }, { uses: 101 }, NOW, /more often/],
    [rotate("NEW26"), {}, NOW, /on its way/],
  ])("%j, then %j", (action, since, now, expected) => {
    const undone = undo(action, since, now);
    expect(undone.ok || undone.message).toMatch(expected);
  });
});

function inShopify(facts: CampaignFacts): CampaignFacts {
  const codes = Object.entries(facts.codes).map(([id, code]) => [id, { ...code, state: "live" }]);
  return { ...facts, codes: Object.fromEntries(codes) as CampaignFacts["codes"] };
}
