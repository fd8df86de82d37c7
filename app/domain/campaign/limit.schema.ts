import { z } from "zod";
import { LIMIT_WINDOWS, type GroupId } from "../policy/limit.ts";
import type { Eligibility } from "../policy/rule.ts";
import type { CampaignLimit } from "./limit.ts";

const counter = z.union([
  z.literal("code"),
  z.literal("campaign"),
  z.custom<GroupId>((value) => typeof value === "string" && /^\+[0-9a-z]+$/.test(value)),
]);

const window = z.union([
  z.enum(LIMIT_WINDOWS),
  z.object({ kind: z.literal("season"), season: z.string() }),
  z.object({ kind: z.literal("period"), first: z.string(), last: z.string() }),
  z.object({ kind: z.literal("rolling"), days: z.number() }),
]);

export const limitsSchema = z.array(
  z.object({ perCustomer: z.number(), window, counter }) satisfies z.ZodType<CampaignLimit>,
);

export const eligibilitySchema = z.object({
  all: z.array(z.string()),
  any: z.array(z.string()),
  none: z.array(z.string()),
  customers: z.enum(["everyone", "new", "returning"]),
  signedIn: z.boolean(),
}) satisfies z.ZodType<Eligibility>;
