import { beforeAll, describe, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { campaignForm } from "#test/support/campaign-form.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { olive, ours } = stage;
const ABSENT = "11111111-2222-4333-8444-555555555555";

let good: CampaignForm;
let before: Record<string, string[]>;
beforeAll(async () => {
  good = await campaignForm(olive, "WINTER26_20OFF");
  before = await stage.dump();
});

type Wrong = [
  what: string,
  form: Partial<CampaignForm>,
  field: keyof CampaignForm,
  message: RegExp,
];

const NAMES: Wrong[] = [
  [
    "a name of 300 characters",
    { name: "SUMMER26_".padEnd(300, "A") },
    "name",
    /255|long|characters/,
  ],
  ["a name with an emoji", { name: "SUMMER26_🎉OFF" }, "name", /🎉/],
  [
    "a name that breaks the convention",
    { name: "SUMER26_FREESHIP" },
    "name",
    /Did you mean SUMMER26_FREESHIP\?/,
  ],
  ["no name", { name: "" }, "name", /./],
  ["a name with U+0000", { name: "SUMMER26\0_10OFF" }, "name", /./],
  [
    "a name that is taken",
    { name: "summer26_freeship" },
    "name",
    /There is already a campaign named SUMMER26_FREESHIP/,
  ],
  [
    "a convention that does not exist",
    { conventionId: ABSENT },
    "conventionId",
    /Choose a naming convention/,
  ],
  [
    "a convention that is no id",
    { conventionId: "' OR 1=1 --" },
    "conventionId",
    /Choose a naming convention/,
  ],
];

const TERMS: Wrong[] = [
  [
    "an end before the start",
    { startsAt: "2026-06-02T00:00", endsAt: "2026-06-01T00:00" },
    "endsAt",
    /must be after the start/,
  ],
  [
    "an end at the start",
    { startsAt: "2026-06-01T00:00", endsAt: "2026-06-01T00:00" },
    "endsAt",
    /must be after the start/,
  ],
  [
    "a start that is no date",
    { startsAt: "2026-02-30T00:00" },
    "startsAt",
    /Enter a date and a time/,
  ],
  ["no start", { startsAt: "" }, "startsAt", /Enter a date and a time/],
  ["a percentage of 0", { percentage: "0" }, "percentage", /above 0 and up to 100/],
  ["a percentage of 101", { percentage: "101" }, "percentage", /above 0 and up to 100/],
  ["a negative percentage", { percentage: "-5" }, "percentage", /above 0 and up to 100/],
  ["a percentage that is no number", { percentage: "ten" }, "percentage", /above 0 and up to 100/],
  ["an amount of nothing", { offerKind: "fixed_amount", amount: "0" }, "amount", /above 0 in EUR/],
  ["an offer that is none", { offerKind: "gold" }, "offerKind", /Choose what the code takes off/],
  ["a limit of 0", { perCustomer: "0" }, "perCustomer", /whole number from 1/],
  ["a limit of 1.5", { perCustomer: "1.5" }, "perCustomer", /whole number from 1/],
  ["a window that is none", { limitWindow: "aeon" }, "limitWindow", /Choose over how long/],
  ["a cap beyond Shopify's", { totalCap: "3000000000" }, "totalCap", /whole number from 1/],
  ["no codes", { codeKind: "unique", codeCount: "0" }, "codeCount", /./],
  ["more codes than allowed", { codeKind: "unique", codeCount: "1000001" }, "codeCount", /./],
  ["a cap on spend of nothing", { spendCap: "0" }, "spendCap", /above 0 in EUR/],
  ["a cap on spend in words", { spendCap: "much" }, "spendCap", /above 0 in EUR/],
  ["a cap on spend of half a cent", { spendCap: "10.005" }, "spendCap", /such as 10.00/],
  ["a cap per customer of nothing", { customerCap: "0" }, "customerCap", /above 0 in EUR/],
  ["half a use a household", { householdLimit: "0.5" }, "householdLimit", /whole number from 1/],
  [
    "fewer uses a household than a customer",
    { perCustomer: "3", householdLimit: "2" },
    "householdLimit",
    /Enter 3 or more/,
  ],
  [
    "a cap per customer beside three limits",
    {
      ...{ perCustomer: "1", limitWindow: "day", customerCap: "10.00" },
      ...{ perCustomer2: "2", limitWindow2: "week", limitCounter2: "campaign" },
      ...{ perCustomer3: "3", limitWindow3: "month", limitCounter3: "campaign" },
    },
    "customerCap",
    /room for 2 limits/,
  ],
  [
    "a segment that does not exist",
    { audience: "segment", segmentIds: "999" },
    "segmentIds",
    /no longer exists/,
  ],
  [
    "a segment that is no number",
    { audience: "segment", segmentIds: "gid://x/1; DROP" },
    "segmentIds",
    /./,
  ],
  ["a rule for guests that is none", { guestPolicy: "shrug" }, "guestPolicy", /./],
];

describe("a new campaign", () => {
  test.each([...NAMES, ...TERMS])(
    "with %s is refused beside the field",
    async (_, form, field, message) => {
      const answer = await olive.post("app.campaigns.new", { form: { ...good, ...form } });
      expect(answer.status).toBe(422);
      const problem = answer.json().problems?.find((each) => each.field === field);
      expect(problem?.message).toMatch(message);
      expect(await stage.dump()).toEqual(before);
    },
  );

  test("with everything wrong is told everything at once", async () => {
    const form = {
      ...good,
      name: "🎉",
      percentage: "101",
      endsAt: "2020-01-01T00:00",
      perCustomer: "0",
    };
    const answer = await olive.post("app.campaigns.new", { form });
    const fields = answer.json().problems?.map(({ field }) => field);
    expect(answer.status).toBe(422);
    expect(new Set(fields)).toEqual(new Set(["name", "percentage", "endsAt", "perCustomer"]));
  });

  test("with no field at all is refused", async () => {
    const answer = await olive.post("app.campaigns.new");
    expect(answer.status).toBe(422);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("a change of a campaign", () => {
  test.each(
    TERMS.filter(
      ([, { codeKind, offerKind, percentage }]) => !codeKind && !offerKind && !percentage,
    ),
  )("with %s is refused beside the field", async (_, form, field, message) => {
    const posted = { ...good, ...form };
    const answer = await olive.post("app.campaigns.$id.edit", {
      params: { id: ours.campaign },
      form: posted,
    });
    expect(answer.status).toBe(422);
    expect(answer.json().problems?.find((each) => each.field === field)?.message).toMatch(message);
    expect(await stage.dump()).toEqual(before);
  });
});
