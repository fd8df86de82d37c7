import { describe, expect, test } from "vitest";

import { CASE_DECISIONS } from "#app/domain/case/case.ts";
import {
  readDecision,
  usualForm,
  usualPeople,
  type DecisionForm,
} from "#app/domain/case/decision.ts";
import {
  countEffects,
  describeEffect,
  type EffectNames,
} from "#app/domain/case/describe-effect.ts";
import { effectSchema } from "#app/domain/case/effect.schema.ts";
import { planEffects, type CaseFacts } from "#app/domain/case/plan-effects.ts";

const TODAY = "2026-06-15";
const read = (change: Partial<DecisionForm>, decision: "fine" | "abuse" = "abuse") =>
  readDecision({ ...usualForm(decision), ...change }, TODAY);
const wrong = (change: Partial<DecisionForm>, decision: "fine" | "abuse" = "abuse") => {
  const answer = read(change, decision);
  return answer.ok ? "nothing" : answer.problems.map(({ field }) => field).join(" ");
};

describe("a decision as it is posted", () => {
  test.each(CASE_DECISIONS)("the usual form of %s can be sent as it is", (decision) => {
    expect(readDecision(usualForm(decision), TODAY)).toMatchObject({ ok: true });
  });

  test.each<[Partial<DecisionForm>, string]>([
    [{ decision: "maybe" }, "decision"],
    [{ reason: "" }, "reason"],
    [{ reason: "family" }, "reason"],
    [{ reason: "other" }, "comment"],
    [{ reason: "other", comment: "Bulk orders" }, "nothing"],
    [{ comment: "x".repeat(501) }, "comment"],
    [{ disqualify: "planet" }, "disqualify"],
    [{ disqualify: "group:0" }, "disqualify"],
    [{ disqualify: "group:7" }, "nothing"],
    [{ step: "hold" }, "step"],
    [{ step: "" }, "step"],
    [{ step: "", disqualify: "" }, "nothing"],
    [{ step: "sign_in" }, "nothing"],
    [{ until: "2026-06-14" }, "until"],
    [{ until: "tomorrow" }, "until"],
    [{ until: TODAY }, "nothing"],
    [{ shopify: "tag_order,rocket" }, "shopify"],
  ])("%j is wrong in: %s", (change, fields) => {
    expect(wrong(change)).toBe(fields);
  });

  test("only abuse disqualifies, and abuse puts nobody apart", () => {
    expect(wrong({ disqualify: "everything" }, "fine")).toBe("disqualify");
    expect(wrong({ people: "apart" })).toBe("people");
  });

  test("a household is of different people; who is fine may be one person or several", () => {
    const household = readDecision({ ...usualForm("same_household"), people: "together" }, TODAY);
    expect(household.ok).toBe(false);
    expect(wrong({ people: "both" }, "fine")).toBe("people");
    for (const people of ["apart", "together", ""])
      expect(wrong({ people }, "fine")).toBe("nothing");
    expect(wrong({ people: "together" })).toBe("nothing");
  });
});

const NAMELESS: EffectNames = {
  ...{ people: new Map(), customers: new Map(), campaigns: new Map() },
  ...{ groups: new Map(), orders: new Map() },
};

const FACTS: CaseFacts = {
  number: 12,
  sentence: "2 accounts used TEN twice.",
  people: ["1", "2"],
  links: [{ lowId: "1", highId: "2", holds: true, isTold: false }],
  flags: [
    { orderId: "71", codeKey: "TEN", campaignId: "c1" },
    { orderId: "72", codeKey: "TEN", campaignId: "c1" },
  ],
  orders: [
    { id: "71", customerId: "501", isCancelled: false },
    { id: "72", customerId: null, isCancelled: true },
  ],
};

const plan = (
  change: Partial<DecisionForm>,
  decision: "fine" | "abuse" = "abuse",
  facts: CaseFacts = FACTS,
) => {
  const answer = read(change, decision);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return planEffects(answer.wanted, facts);
};

describe("what a decision brings about", () => {
  test("abuse: every person is disqualified from every flagged campaign", () => {
    const effect = { kind: "disqualify", campaignId: "c1", group: null, until: "2026-12-31" };
    expect(plan({ until: "2026-12-31" })).toEqual([
      { ...effect, personId: "1" },
      { ...effect, personId: "2" },
    ]);
  });

  test("abuse: they are asked to sign in instead", () => {
    const effects = plan({ step: "sign_in", until: "2026-12-31" });
    const effect = { kind: "sign_in", campaignId: "c1", group: null, until: "2026-12-31" };
    expect(effects).toEqual([
      { ...effect, personId: "1" },
      { ...effect, personId: "2" },
    ]);
    expect(countEffects(effects)).toEqual(["2 accounts are asked to sign in"]);
    for (const each of effects) expect(effectSchema.parse(each)).toEqual(each);
    const names = { ...NAMELESS, people: new Map([["1", "A"]]) };
    expect(describeEffect(effects[0]!, names)).toBe(
      "Ask account A to sign in for a deleted campaign",
    );
  });

  test.each([
    ["everything", { campaignId: null, group: null }],
    ["group:7", { campaignId: null, group: 7 }],
  ])("from %s", (disqualify, place) => {
    expect(plan({ disqualify })).toMatchObject([place, place]);
  });

  test("fine: nothing by itself; people are put apart and uses given back when asked", () => {
    expect(plan({}, "fine")).toEqual([]);
    expect(plan({ people: "apart" }, "fine")).toEqual([{ kind: "split", lowId: "1", highId: "2" }]);
    expect(plan({ use: "free" }, "fine")).toMatchObject([
      { kind: "free_use", orderId: "71" },
      { kind: "free_use", orderId: "72" },
    ]);
  });

  test("one person: by every link that staff have not confirmed, a household's and one that was cut, too", () => {
    const links = [
      { lowId: "1", highId: "2", holds: true, isTold: false },
      { lowId: "1", highId: "3", holds: false, isTold: false },
      { lowId: "2", highId: "3", holds: true, isTold: true },
    ];
    const effects = plan({ people: "together" }, "fine", { ...FACTS, links });
    expect(effects).toEqual([
      { kind: "join", lowId: "1", highId: "2" },
      { kind: "join", lowId: "1", highId: "3" },
    ]);
    for (const effect of effects) expect(effectSchema.parse(effect)).toEqual(effect);
    expect(countEffects(effects)).toEqual(["2 links are confirmed as one person"]);
    const people = new Map([["1", "A"]]);
    expect(describeEffect(effects[0]!, { ...NAMELESS, people })).toBe(
      "Count account A and a further account as one person",
    );
    // Who was said to be one may be put apart again.
    expect(plan({ people: "apart" }, "fine", { ...FACTS, links })).toEqual([
      { kind: "split", lowId: "1", highId: "2" },
      { kind: "split", lowId: "2", highId: "3" },
    ]);
  });

  test("in Shopify: each customer once, only orders that can still be cancelled", () => {
    const all = "tag_customer,tag_order,note_order,risk,cancel_order";
    const effects = plan({ disqualify: "", shopify: all, comment: "Seen twice" });
    expect(effects.map((effect) => effect.kind)).toEqual([
      "tag_customer",
      ...["tag_order", "tag_order", "note_order", "note_order", "risk", "risk", "cancel_order"],
    ]);
    expect(effects).toContainEqual({
      kind: "note_order",
      orderId: "71",
      text: "Bonafide, case 12: Abuse. One person with several accounts. Seen twice",
    });
    for (const effect of effects) expect(effectSchema.parse(effect)).toEqual(effect);
  });

  test("a customer is called by the letter of the account, and by no number", () => {
    const [effect] = plan({ disqualify: "", shopify: "tag_customer" });
    const customers = new Map([["501", "A"]]);
    expect(describeEffect(effect!, { ...NAMELESS, customers })).toBe(
      "Tag account A “bonafide-abuse”",
    );
    expect(describeEffect(effect!, NAMELESS)).toBe("Tag a customer “bonafide-abuse”");
  });

  test("the risk panel says high of abuse and low of what is fine", () => {
    expect(plan({ disqualify: "", shopify: "risk" })[0]).toMatchObject({ level: "HIGH" });
    expect(plan({ shopify: "risk" }, "fine")[0]).toMatchObject({ level: "LOW" });
  });
});

test.each([
  [[], "many_accounts"],
  [["overshoot"], "past_limit"],
  [["overshoot", "over_limit"], "many_accounts"],
  [["velocity", "self_referral"], "own_code"],
  [["refund_after_bonus"], "refunds"],
  [["chargeback"], "many_accounts"],
] as const)(
  "abuse with flags of %j is called %s unless somebody says otherwise",
  (kinds, reason) => {
    expect(usualForm("abuse", kinds).reason).toBe(reason);
    expect(usualForm("fine", kinds).reason).toBe("two_checkouts");
  },
);

test.each([
  ["fine", "two_checkouts", ""],
  ["fine", "known_customer", ""],
  ["fine", "different_people", "apart"],
  ["same_household", "family", "apart"],
  ["abuse", "many_accounts", ""],
] as const)("%s because of %s says of the people by itself: “%s”", (decision, reason, people) => {
  expect(usualPeople(decision, reason)).toBe(people);
  if (decision !== "fine") expect(usualForm(decision).people).toBe(people);
});
