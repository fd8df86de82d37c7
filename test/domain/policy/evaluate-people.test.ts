import { describe, expect, test } from "vitest";
import { judge } from "#app/domain/policy/evaluate.ts";
import {
  EVERYONE,
  issuedMembership,
  tagMembership,
  type GuardRule,
} from "#app/domain/policy/rule.ts";
import { guestWith, ruleFor, throughWire, used } from "./ask.ts";
import { outcomes, per, RULES, TODAY } from "./evaluate-rules.ts";

describe("who may use a code at all", () => {
  const asked: Record<string, Partial<GuardRule["eligibility"]>> = {
    any: { any: ["501", "502"] },
    all: { all: ["501", tagMembership(" Gold, old ")] },
    none: { none: ["503"] },
    new: { customers: "new" },
    returning: { customers: "returning" },
    signed: { signedIn: true },
    issued: { all: [issuedMembership("e6")] },
    both: { all: [issuedMembership("e7"), "501"], any: ["502", "503"] },
  };
  const rules = Object.entries(asked).map(([name, who], i) =>
    ruleFor(name.toUpperCase(), `e${i}`, { eligibility: { ...EVERYONE, ...who } }),
  );
  test.each([
    ["in one of them", "ANY", "signed_in", { memberships: ["9", "502"] }, 0, "accept"],
    ["in none", "ANY", "signed_in", { memberships: ["9"] }, 0, "not_eligible"],
    ["known, in one", "ANY", "known", { memberships: ["501"] }, 0, "accept"],
    ["known, in none", "ANY", "known", {}, 0, "not_eligible"],
    ["standing missing: Shopify's own setting decides", "ANY", "signed_in", null, 0, "accept"],
    ["guest", "ANY", "guest", null, null, "sign_in_needed"],
    ["nobody yet", "ANY", "anonymous", null, null, "sign_in_needed"],
    ["in all", "ALL", "signed_in", { memberships: ["501", "#gold, old"] }, 0, "accept"],
    ["without the tag", "ALL", "signed_in", { memberships: ["501"] }, 0, "not_eligible"],
    ["guest, all", "ALL", "guest", null, null, "sign_in_needed"],
    ["in what is left out", "NONE", "signed_in", { memberships: ["503"] }, 0, "not_eligible"],
    ["not in it", "NONE", "signed_in", { memberships: ["501"] }, 0, "accept"],
    ["a guest is in no segment", "NONE", "guest", null, null, "accept"],
    ["no order yet", "NEW", "signed_in", {}, 0, "accept"],
    ["an order", "NEW", "signed_in", {}, 1, "new_only"],
    ["an order Shopify knows as a guest's", "NEW", "known", { isReturning: true }, 0, "new_only"],
    ["not known", "NEW", "signed_in", null, null, "accept"],
    ["a guest is new until an order says otherwise", "NEW", "guest", null, null, "accept"],
    ["ordered before", "RETURNING", "signed_in", {}, 3, "accept"],
    ["ordered as a guest", "RETURNING", "signed_in", { isReturning: true }, 0, "accept"],
    ["never ordered", "RETURNING", "known", {}, 0, "returning_only"],
    ["orders not known", "RETURNING", "signed_in", {}, null, "accept"],
    ["a guest cannot have", "RETURNING", "guest", null, null, "sign_in_needed"],
    ["signed in", "SIGNED", "signed_in", {}, 0, "accept"],
    ["only known", "SIGNED", "known", {}, 0, "sign_in_needed"],
    ["nobody", "SIGNED", "anonymous", null, null, "sign_in_needed"],
    ["issued to them", "ISSUED", "signed_in", { memberships: ["issued:e6"] }, 0, "accept"],
    ["known, issued to them", "ISSUED", "known", { memberships: ["issued:e6"] }, 0, "accept"],
    ["another was", "ISSUED", "signed_in", { memberships: ["issued:e7"] }, 0, "not_eligible"],
    ["nothing was", "ISSUED", "signed_in", {}, 3, "not_eligible"],
    ["nothing written: nothing was issued", "ISSUED", "signed_in", "", 0, "not_eligible"],
    ["nothing written, known", "ISSUED", "known", "", null, "not_eligible"],
    ["what cannot be read refuses nobody", "ISSUED", "signed_in", null, 0, "accept"],
    ["guest, issued", "ISSUED", "guest", null, null, "sign_in_needed"],
    ["nobody, issued", "ISSUED", "anonymous", null, null, "sign_in_needed"],
    ["nothing written, of a segment", "ANY", "signed_in", "", 0, "accept"],
    ["nothing written, left out", "NONE", "signed_in", "", 0, "accept"],
    ["nothing written, a segment and an issuance", "BOTH", "signed_in", "", 0, "not_eligible"],
    [
      "issued, not in the segment",
      "BOTH",
      "known",
      { memberships: ["issued:e7", "502"] },
      0,
      "not_eligible",
    ],
    ["issued, in both", "BOTH", "known", { memberships: ["issued:e7", "501", "502"] }, 0, "accept"],
  ] as const)("%s (%s)", (_, code, state, standing, orders, outcome) => {
    expect(outcomes([code], { rules, state, standing, orders })).toEqual([outcome]);
  });
});

describe("disqualified and allowed", () => {
  test.each([
    ["from this campaign", [{ scope: "c2", until: null }], [], "disqualified"],
    ["from a group of it", [{ scope: "+9", until: null }], [], "disqualified"],
    ["from another", [{ scope: "a2", until: null }], [], "accept"],
    ["from everything", [{ scope: "*", until: null }], [], "disqualified"],
    ["until today", [{ scope: "c2", until: TODAY }], [], "disqualified"],
    ["until yesterday", [{ scope: "c2", until: "2026-11-22" }], [], "accept"],
    [
      "the longest holds",
      [
        { scope: "c2", until: "2026-11-22" },
        { scope: "*", until: "2027-01-01" },
      ],
      [],
      "disqualified",
    ],
    ["allowed everything", [{ scope: "c2", until: null }], [{ scope: "*", until: null }], "accept"],
    ["allowed the group", [{ scope: "*", until: null }], [{ scope: "+7", until: TODAY }], "accept"],
    [
      "allowed until yesterday",
      [{ scope: "*", until: null }],
      [{ scope: "c2", until: "2026-11-22" }],
      "disqualified",
    ],
    [
      "allowed another",
      [{ scope: "*", until: null }],
      [{ scope: "c1", until: null }],
      "disqualified",
    ],
  ])("%s", (_, disqualified, allowed, outcome) => {
    expect(outcomes(["HI"], { standing: { disqualified, allowed } })).toEqual([outcome]);
  });

  const askedFor = [{ scope: "c2", until: TODAY }];
  test.each([
    ["known by e-mail alone", "known", { signIn: askedFor }, "sign_in_needed"],
    ["signed in", "signed_in", { signIn: askedFor }, "accept"],
    ["until yesterday", "known", { signIn: [{ scope: "c2", until: "2026-11-22" }] }, "accept"],
    ["for another campaign", "known", { signIn: [{ scope: "c1", until: null }] }, "accept"],
    ["for its group", "known", { signIn: [{ scope: "+9", until: null }] }, "sign_in_needed"],
    ["for everything", "known", { signIn: [{ scope: "*", until: null }] }, "sign_in_needed"],
    [
      "and disqualified besides",
      "known",
      { signIn: askedFor, disqualified: [{ scope: "c2", until: TODAY }] },
      "disqualified",
    ],
    [
      "and disqualified until yesterday",
      "known",
      { signIn: askedFor, disqualified: [{ scope: "c2", until: "2026-11-22" }] },
      "sign_in_needed",
    ],
    [
      "and allowed",
      "known",
      { signIn: askedFor, allowed: [{ scope: "*", until: null }] },
      "accept",
    ],
    ["over the limit, too", "known", { signIn: askedFor, uses: [used("+7", 1)] }, "sign_in_needed"],
    [
      "signed in, over the limit",
      "signed_in",
      { signIn: askedFor, uses: [used("+7", 1)] },
      "limit_reached",
    ],
  ] as const)("asked to sign in: %s", (_, state, standing, outcome) => {
    expect(outcomes(["HI"], { state, standing })).toEqual([outcome]);
  });

  test("a standing written before anybody could be asked to sign in asks nobody", () => {
    const [verdict] = judge({
      ...{ rules: throughWire(RULES), standing: "3^d^dc2,000000261122^uzz,,1^^", guests: null },
      ...{ state: "known", orders: 0, codes: [{ code: "HI", rejectable: true }], today: "261123" },
    });
    expect(verdict?.outcome).toBe("accept");
  });

  test("whoever is allowed is refused nothing, and still counts in the cart", () => {
    const standing = {
      allowed: [{ scope: "c1", until: null }],
      uses: [used("+7", 5)],
    };
    expect(outcomes(["HELLO", "HI", "VIP"], { standing })).toEqual([
      "accept",
      "limit_reached",
      "not_eligible",
    ]);
  });

  test("disqualified comes before segment, sign-in and limit", () => {
    const standing = { disqualified: [{ scope: "*", until: null }], uses: [used("a1", 1)] };
    expect(outcomes(["VIP", "WELCOME", "NOTOURS"], { standing })).toEqual([
      "disqualified",
      "disqualified",
      "accept",
    ]);
    const { guests } = guestWith([{ counter: "*", period: "x" }], TODAY);
    expect(outcomes(["VIP", "MEMBERS", "OPEN"], { state: "guest", guests })).toEqual([
      "disqualified",
      "disqualified",
      "disqualified",
    ]);
  });
});

describe("guests", () => {
  const { guests } = guestWith(
    [
      { counter: "a1", period: "l000000" },
      { counter: "a2", period: "m261001" },
      { counter: "a6", period: "l000000" },
      { counter: "b1", period: "p261120" },
      { counter: "+7", period: "l000000" },
    ],
    TODAY,
  );
  test.each([
    ["known to have reached the limit", "WELCOME", "limit_reached"],
    ["in an earlier month", "MONTHLY", "accept"],
    ["in the promotion", "FRIDAY", "limit_reached"],
    ["by another campaign of the group", "HELLO", "limit_reached"],
    ["of a campaign that asks to sign in", "MEMBERS", "sign_in_needed"],
    ["of a campaign that lets guests through", "OPEN", "accept"],
  ])("%s", (_, code, outcome) => {
    expect(outcomes([code], { state: "guest", standing: null, guests })).toEqual([outcome]);
  });

  test.each([
    ["r30", TODAY, "limit_reached"],
    ["r30", "2026-11-22", "limit_reached"],
    ["r30", "2026-11-21", "accept"],
    ["r30", "2026-11-24", "accept"],
    ["r31", TODAY, "accept"],
  ])("a rolling limit's mark %s, made on %s: %s", (period, asOf, outcome) => {
    const marked = guestWith([{ counter: "b2", period }], asOf);
    const asked = { state: "guest" as const, standing: null, guests: marked.guests };
    expect(outcomes(["THIRTY"], asked)).toEqual([outcome]);
  });

  test("more than there is room to look for is not held, and refuses nobody", () => {
    const rules = Array.from({ length: 14 }, (_, i) =>
      ruleFor(`MANY${i}`, `m${i}`, { limits: [per(1, "lifetime")] }),
    );
    const marked = guestWith(
      [
        ...rules.map(({ id }) => ({ counter: id, period: "l000000" })),
        { counter: "zz", period: "x" },
      ],
      TODAY,
    );
    const codes = rules.map(({ match }) => (match.kind === "code" ? match.key : ""));
    const verdicts = outcomes(codes, {
      rules,
      state: "guest",
      standing: null,
      guests: marked.guests,
    });
    // "*" once, then each campaign and its limit.
    expect(verdicts.slice(0, 5)).toEqual(Array<string>(5).fill("limit_reached"));
    expect(verdicts.slice(5)).toEqual(Array<string>(9).fill("accept"));
  });

  test("nobody yet: judged again once they are known", () => {
    expect(outcomes(["WELCOME", "MEMBERS", "OPEN"], { state: "anonymous" })).toEqual([
      "accept",
      "sign_in_needed",
      "accept",
    ]);
  });

  test("a known customer is judged by their standing, never by digests", () => {
    expect(outcomes(["WELCOME", "MEMBERS"], { state: "known", guests })).toEqual([
      "accept",
      "accept",
    ]);
  });
});

test("more memberships than there is room to look for are not known, and refuse nobody", () => {
  const rules = [8, 12, 1].map((count, i) => {
    const any = Array.from({ length: count }, (_, n) => `#tag${i}-${n}`);
    return ruleFor(`MANY${i}`, `m${i}`, { eligibility: { ...EVERYONE, any } });
  });
  const codes = ["MANY0", "MANY1", "MANY2"];
  expect(outcomes(codes, { rules })).toEqual(["not_eligible", "not_eligible", "accept"]);
  expect(outcomes(["MANY2"], { rules })).toEqual(["not_eligible"]);
});
