import { join } from "node:path";
import type { DiscountClass } from "../../checkout/discount.ts";
import { MAX_ACTIVE_APP_DISCOUNTS } from "../../assumptions.ts";
import { discoverFunctions } from "../../function/manifest.ts";
import type { AutomaticAppDiscount, CodeDiscount, FunctionOffer } from "../../state.ts";
import { RedeemCodes } from "../../state/redeem-codes.ts";
import type { AdminContext, Args } from "../context.ts";
import { unimplemented } from "../errors.ts";
import { text } from "../input.ts";
import { readMetafields, writeMetafields, type MetafieldWrite } from "../metafields/write.ts";
import { Problems } from "./problems.ts";
import { readAudience } from "./read-audience.ts";
import { codeProblem } from "./read-code.ts";
import { readShared } from "./read-shared.ts";
import { readUse } from "./read-use.ts";
import { addRedeemCode, renameOldestCode } from "./redeem-codes.ts";
import { statusOf } from "./status.ts";
import { announceChange, announceNew } from "./verbs.ts";
import { nodeIdOf } from "./write-native.ts";

const AUTOMATIC = "automaticAppDiscount";
const CODE = "codeAppDiscount";

/** @throws Refusal naming everything that is wrong; then nothing was made. */
export function createAutomaticApp(context: AdminContext, input: Args): AutomaticAppDiscount {
  const { world, shop } = context;
  const problems = new Problems(AUTOMATIC);
  const fields = readAutomatic(context, input, problems, undefined);
  const discount: AutomaticAppDiscount = {
    id: world.nextId("DiscountNode"),
    method: "automatic",
    deactivatedAt: undefined,
    createdAt: world.now(),
    updatedAt: world.now(),
    ...fields,
  };
  if (
    statusOf(discount, world.now()) === "ACTIVE" &&
    activeApps(context) >= MAX_ACTIVE_APP_DISCOUNTS
  ) {
    const message = "The active period overlaps with too many other app-provided discounts.";
    problems.add(["startsAt"], "MAX_APP_DISCOUNTS", message);
  }
  const writes = readMetafields(context, [nodeIdOf(discount), input["metafields"]], problems);
  problems.throwIfAny();
  shop.discounts.set(discount.id, discount);
  writeMetafields(context, writes);
  announceNew(world, shop, discount);
  return discount;
}

export function updateAutomaticApp(
  context: AdminContext,
  current: AutomaticAppDiscount,
  input: Args,
): AutomaticAppDiscount {
  const problems = new Problems(AUTOMATIC);
  const fields = readAutomatic(context, input, problems, current);
  const writes = readMetafields(context, [nodeIdOf(current), input["metafields"]], problems);
  problems.throwIfAny();
  return change(context, current, fields, writes);
}

type CodeAppDiscount = CodeDiscount & FunctionOffer;

export function createCodeApp(context: AdminContext, input: Args): CodeAppDiscount {
  const { world, shop } = context;
  const problems = new Problems(CODE);
  const fields = readCodeApp(context, input, problems, undefined);
  const id = world.nextId("DiscountNode");
  const discount: CodeAppDiscount = {
    id,
    method: "code",
    deactivatedAt: undefined,
    createdAt: world.now(),
    updatedAt: world.now(),
    redeemCodes: new RedeemCodes(shop.codeIndex, id),
    ...fields,
  };
  const writes = readMetafields(context, [nodeIdOf(discount), input["metafields"]], problems);
  problems.throwIfAny();
  shop.discounts.set(discount.id, discount);
  writeMetafields(context, writes);
  announceNew(world, shop, discount);
  addRedeemCode(world, shop, discount, text(input["code"]));
  return discount;
}

export function updateCodeApp(
  context: AdminContext,
  current: CodeAppDiscount,
  input: Args,
): CodeAppDiscount {
  const { world, shop } = context;
  const problems = new Problems(CODE);
  const fields = readCodeApp(context, input, problems, current);
  const writes = readMetafields(context, [nodeIdOf(current), input["metafields"]], problems);
  problems.throwIfAny();
  change(context, current, fields, writes);
  if (typeof input["code"] === "string") renameOldestCode(world, shop, current, input["code"]);
  return current;
}

function change<One extends AutomaticAppDiscount | CodeAppDiscount>(
  context: AdminContext,
  current: One,
  fields: Partial<One>,
  writes: readonly MetafieldWrite[],
): One {
  Object.assign(current, fields);
  writeMetafields(context, writes);
  announceChange(context.world, context.shop, current);
  return current;
}

function readAutomatic(
  context: AdminContext,
  input: Args,
  problems: Problems,
  current: AutomaticAppDiscount | undefined,
) {
  const audience = input["context"] as Args | null | undefined;
  if (audience && !audience["all"]) throw unimplemented("automatic discounts for some customers");
  return {
    ...readShared(input, problems, current),
    ...readFunction(context, input, problems, current),
  };
}

function readCodeApp(
  context: AdminContext,
  input: Args,
  problems: Problems,
  current: CodeAppDiscount | undefined,
) {
  if (input["code"] !== undefined || !current) {
    const problem = codeProblem(context.shop, text(input["code"]), current);
    if (problem) problems.add(["code"], problem.code, problem.message);
  }
  return {
    ...readShared(input, problems, current),
    ...readUse(input, problems, current),
    ...readFunction(context, input, problems, current),
    audience: readAudience(context, input, problems, current),
  };
}

/** The function must be one of the app's own: released means that its extension is in the app's folder. */
function readFunction(
  { world }: AdminContext,
  input: Args,
  problems: Problems,
  current: FunctionOffer | undefined,
) {
  if (input["functionId"]) throw unimplemented("functionId: use functionHandle");
  const given = input["functionHandle"];
  const functionHandle = typeof given === "string" ? given : current?.functionHandle;
  if (functionHandle === undefined) {
    const message = "Either function ID or function handle must be provided.";
    problems.add(["functionHandle"], "MISSING_FUNCTION_IDENTIFIER", message);
  } else if (typeof given === "string") {
    const known = discoverFunctions(join(world.config.appDir, "extensions"));
    if (!known.some(({ handle }) => handle === given)) {
      const message = `Function ${given} not found. Ensure that it is released in the current app (${world.config.appId}), and that the app is installed.`;
      problems.add(["functionHandle"], "INVALID", message);
    }
  }
  const classes = input["discountClasses"];
  const discountClasses = Array.isArray(classes)
    ? (classes as DiscountClass[])
    : current?.discountClasses;
  if (!discountClasses || discountClasses.length === 0) {
    problems.add(["discountClasses"], "BLANK", "Discount classes can't be blank");
  }
  return {
    type: "app" as const,
    functionHandle: functionHandle ?? "",
    discountClasses: discountClasses ?? [],
  };
}

function activeApps({ world, shop }: AdminContext): number {
  return [...shop.discounts.values()].filter(
    (one) =>
      one.method === "automatic" && one.type === "app" && statusOf(one, world.now()) === "ACTIVE",
  ).length;
}
