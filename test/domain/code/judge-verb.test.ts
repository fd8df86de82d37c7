import { expect, test } from "vitest";

import { judgeVerb, type CodeVerb, type JudgedCode } from "#app/domain/code/judge-verb.ts";
import { CODE_STATES, type CodeState } from "#app/domain/code/summary.ts";

const code: JudgedCode = {
  state: "live",
  codeKind: "unique",
  isCampaignOver: false,
  uses: 0,
  limit: 1,
};

/** What becomes of a code of each state; "–" where it cannot be done. */
const TABLE: Record<CodeState, [pause: string, resume: string, retire: string]> = {
  pending: ["–", "–", "–"],
  live: ["pausing", "–", "retiring"],
  failed: ["–", "–", "retired"],
  removed: ["paused", "–", "retired"],
  pausing: ["–", "–", "retiring"],
  paused: ["–", "pending", "retired"],
  returned: ["pausing", "live", "retiring"],
  retiring: ["–", "–", "–"],
  retired: ["–", "–", "–"],
  released: ["–", "–", "–"],
};

test.each(CODE_STATES)("a code that is %s", (state) => {
  const become = (verb: CodeVerb) => {
    const judged = judgeVerb(verb, { ...code, state });
    return "to" in judged ? judged.to : "–";
  };
  expect([become("pause"), become("resume"), become("retire")]).toEqual(TABLE[state]);
});

test.each<[Partial<JudgedCode>, CodeVerb, RegExp]>([
  [{ state: "paused", uses: 1 }, "resume", /^has been used\. Shopify would count from zero/],
  [{ state: "paused", uses: 5, limit: 5 }, "resume", /used 5 times, as often as it may be/],
  [{ state: "returned", uses: 1 }, "resume", /^has been used\. Shopify would count from zero/],
  [{ isCampaignOver: true }, "pause", /has ended/],
  [{ codeKind: "public" }, "pause", /pause the campaign instead/],
])("%j: %s", (change, verb, expected) => {
  const judged = judgeVerb(verb, { ...code, ...change });
  expect("why" in judged && judged.why).toMatch(expected);
});

test("a code with uses left, or without a cap, comes back", () => {
  const paused = { ...code, state: "paused" as const };
  expect(judgeVerb("resume", { ...paused, uses: 4, limit: 5 })).toEqual({ to: "pending" });
  expect(judgeVerb("resume", { ...paused, uses: 900, limit: null })).toEqual({ to: "pending" });
});
