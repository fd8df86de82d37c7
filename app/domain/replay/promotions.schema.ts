import { z } from "zod";

import { policySchema } from "../fair-use/policy.schema.ts";
import { PRESETS } from "../fair-use/presets.ts";
import { LIMIT_WINDOWS, ROLLING_DAYS_MOST } from "../policy/limit.ts";
import type { Promotion, Promotions } from "./promotions.ts";

const text = (meaning: string) =>
  z
    .string(`This has to be ${meaning}, in quotes if it is only digits.`)
    .min(1, `This has to be ${meaning}.`);

const flag = z.boolean("This has to be true or false.").nullish();
const WINDOW = `This has to be one of ${LIMIT_WINDOWS.join(", ")}, or {days: 30}, or {first: 2026-11-27, last: 2026-11-30}.`;
const PER_CUSTOMER = "This has to be a whole number from 1 to 1000.";
const MOMENT =
  "a day (2026-06-01), a local time (2026-06-01T09:00) or an instant (2026-06-01T09:00:00+02:00)";

const limit = z.strictObject(
  {
    perCustomer: z
      .int(PER_CUSTOMER)
      .min(1, PER_CUSTOMER)
      .max(1_000, PER_CUSTOMER)
      .describe("How often one customer may use it within the window."),
    perHousehold: z
      .int(PER_CUSTOMER)
      .min(1, PER_CUSTOMER)
      .max(1_000, PER_CUSTOMER)
      .nullish()
      .describe("How often one household may: what is beyond that is flagged."),
    window: z
      .union(
        [
          z.enum(LIMIT_WINDOWS),
          z.strictObject({ days: z.int().min(1).max(ROLLING_DAYS_MOST) }),
          z.strictObject({ first: z.string(), last: z.string() }),
        ],
        WINDOW,
      )
      .nullish()
      .describe(
        "In the shop's calendar, the last so many days, or one period; lifetime when left out.",
      ),
  },
  "This has to be like {perCustomer: 1, window: month}.",
);

const frees = z.strictObject(
  {
    cancel: flag.describe("A cancelled order gives its use back; true when left out."),
    fullRefund: flag.describe("A full refund gives the use back; true when left out."),
  },
  "This has to be like {cancel: true, fullRefund: false}.",
);

const campaign = z.strictObject(
  {
    key: text("the campaign's name").describe("Names the campaign in issued.csv and the report."),
    codes: z
      .array(text("a code"), "This has to be a list of codes, like [WELCOME15].")
      .min(1, "List at least one code.")
      .nullish()
      .describe("Its codes. Either these or a pattern."),
    pattern: text("a pattern, like WELCOME-{unique:8}")
      .nullish()
      .describe("Reads its codes, in the naming language. Either this or codes."),
    startsAt: text(MOMENT).nullish().describe(`From when its codes are its own: ${MOMENT}.`),
    endsAt: text(MOMENT)
      .nullish()
      .describe(`Until when, not included; a day is the last one: ${MOMENT}.`),
    limit: limit.nullish(),
    once: flag.describe("Once per person, for life."),
    audience: z
      .enum(["issued", "private"], "This has to be issued or private, or be left out.")
      .nullish()
      .describe(
        "issued: only for those it was issued to. private: for whoever was given the code; there is no list of them.",
      ),
    frees: frees.nullish(),
  },
  "This has to be a campaign, with a key and codes or a pattern.",
) satisfies z.ZodType<Promotion>;

const KEYS = PRESETS.map(({ key }) => key);
const POLICY = `This has to be one of ${KEYS.join(", ")}, or {rules: […], mostAutomatic: hold, memoryDays: 365}.`;
const FLAG_FROM = "This has to be a number from 0 to 1, like 0.8.";

const way = z.strictObject(
  {
    policy: z
      .union([z.enum(KEYS), policySchema], POLICY)
      .nullish()
      .describe("A preset, or rules of fair use; review when left out."),
    flagFrom: z
      .number(FLAG_FROM)
      .min(0, FLAG_FROM)
      .max(1, FLAG_FROM)
      .nullish()
      .describe("Orders are flagged from this score on; 0.8 when left out."),
  },
  "This has to be like {policy: once_a_period, flagFrom: 0.8}.",
);

const backtest = z
  .strictObject(
    { first: way.nullish(), second: way },
    "This has to be like {first: {policy: review}, second: {policy: once_a_period}}.",
  )
  .nullish()
  .describe("Two ways to judge the orders, side by side; the report's backtest.");

/** The shape of `promotions.yaml`; docs/promotions.schema.json is written from it. */
export const promotionsSchema = z.strictObject(
  {
    shop: z.strictObject(
      {
        timezone: text("an IANA time zone, like Europe/Berlin").describe("An IANA time zone."),
        currency: z
          .string("This has to be a currency's code, like EUR.")
          .regex(/^[A-Z]{3}$/, "This has to be a currency's code, like EUR.")
          .describe("ISO 4217 code of the shop's currency."),
      },
      "This has to be like {timezone: Europe/Berlin, currency: EUR}.",
    ),
    conventions: z
      .array(text("a pattern"), "This has to be a list of patterns.")
      .nullish()
      .describe("Patterns of the naming language that the campaigns' keys are read by."),
    campaigns: z.array(campaign, "This has to be a list of campaigns."),
    backtest,
  },
  "The file has to hold shop and campaigns.",
) satisfies z.ZodType<Promotions>;
