import fc from "fast-check";

import { CODE_STATES } from "#app/domain/code/summary.ts";
import { ACTION_KINDS, type ScheduledAction } from "#app/domain/schedule/action.ts";
import type { CampaignFacts } from "#app/domain/schedule/facts.ts";

export const NOW = "2026-06-15T12:00:00.000Z";

/** A campaign that runs, with a cap and one public code. */
export const RUNNING: CampaignFacts = {
  wanted: "on",
  startsAt: "2026-06-01T00:00:00.000Z",
  endsAt: "2026-07-01T00:00:00.000Z",
  cap: 100,
  codeKind: "public",
  uses: 40,
  isMaking: false,
  codes: { "1": { text: "SUMMER26", state: "live" } },
};

const instants = fc
  .integer({ min: -90, max: 90 })
  .map((days) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString());

export const anyFacts: fc.Arbitrary<CampaignFacts> = fc.record({
  wanted: fc.constantFrom("on", "paused", "ended"),
  startsAt: instants,
  endsAt: fc.option(instants),
  cap: fc.option(fc.integer({ min: 1, max: 50 })),
  codeKind: fc.constantFrom("public", "unique", "list"),
  uses: fc.integer({ min: 0, max: 60 }),
  isMaking: fc.boolean(),
  codes: fc.constantFrom(...CODE_STATES).map((state) => ({ "1": { text: "OLD", state } })),
});

export const anyAction: fc.Arbitrary<ScheduledAction> = fc
  .tuple(
    fc.constantFrom(...ACTION_KINDS),
    fc.option(instants),
    fc.option(fc.integer({ min: 1, max: 90 })),
    fc.constantFrom("NEW", "OLD", null),
  )
  .map(([kind, endsAt, cap, to]): ScheduledAction => {
    if (kind === "extend") return { kind, endsAt };
    if (kind === "raise_cap") return { kind, cap };
    return kind === "rotate" ? { kind, codeId: "1", to } : { kind };
  });
