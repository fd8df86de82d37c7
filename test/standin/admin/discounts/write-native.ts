import { SHIPPING_EXCLUDES_SHIPPING } from "../../assumptions.ts";
import { gid } from "../../gid.ts";
import type { CodeDiscount, NativeOffer } from "../../state.ts";
import { RedeemCodes } from "../../state/redeem-codes.ts";
import type { AdminContext, Args } from "../context.ts";
import { text } from "../input.ts";
import { Problems } from "./problems.ts";
import { readAudience } from "./read-audience.ts";
import { codeProblem } from "./read-code.ts";
import { readMinimum } from "./read-minimum.ts";
import { readOffer, type NativeType } from "./read-offer.ts";
import { readShared } from "./read-shared.ts";
import { readUse } from "./read-use.ts";
import { addRedeemCode, renameOldestCode } from "./redeem-codes.ts";
import { announceChange, announceNew } from "./verbs.ts";

/** Argument names of the mutations, which also begin every `userErrors.field`. */
export const NATIVE_INPUTS: Readonly<Record<NativeType, string>> = {
  basic: "basicCodeDiscount",
  freeShipping: "freeShippingCodeDiscount",
  bxgy: "bxgyCodeDiscount",
};

export type NativeDiscount = CodeDiscount & NativeOffer;

/** @throws Refusal naming everything that is wrong; then nothing was made. */
export function createNative(context: AdminContext, type: NativeType, input: Args): NativeDiscount {
  const { world, shop } = context;
  const now = world.now();
  const fields = readNative(context, type, input, undefined);
  const id = world.nextId("DiscountNode");
  const discount: NativeDiscount = {
    id,
    method: "code",
    deactivatedAt: undefined,
    createdAt: now,
    updatedAt: now,
    redeemCodes: new RedeemCodes(shop.codeIndex, id),
    ...fields,
  };
  shop.discounts.set(discount.id, discount);
  announceNew(world, shop, discount);
  addRedeemCode(world, shop, discount, text(input["code"]));
  return discount;
}

/** @throws Refusal naming everything that is wrong; then nothing was changed. */
export function updateNative(
  context: AdminContext,
  current: NativeDiscount,
  input: Args,
): NativeDiscount {
  const { world, shop } = context;
  Object.assign(current, readNative(context, current.type, input, current));
  if (current.endsAt === undefined || current.endsAt > world.now()) {
    current.deactivatedAt = undefined;
  }
  announceChange(world, shop, current);
  if (typeof input["code"] === "string") renameOldestCode(world, shop, current, input["code"]);
  return current;
}

function readNative(
  context: AdminContext,
  type: NativeType,
  input: Args,
  current: NativeDiscount | undefined,
) {
  const { shop } = context;
  const problems = new Problems(NATIVE_INPUTS[type]);
  const shared = readShared(input, problems, current);
  const fields = {
    ...shared,
    ...readUse(input, problems, current),
    type,
    audience: readAudience(context, input, problems, current),
    offer: readOffer(shop, type, input, problems, current?.offer),
    minimum: readMinimum(shop, input["minimumRequirement"], problems, current?.minimum),
  };
  if (SHIPPING_EXCLUDES_SHIPPING && type === "freeShipping" && shared.combinesWith.SHIPPING) {
    const message = "The combinesWith settings are not valid for the discount class.";
    problems.add(["combinesWith"], "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS", message);
  }
  if (input["code"] !== undefined || !current) {
    const problem = codeProblem(shop, text(input["code"]), current);
    if (problem) problems.add(["code"], problem.code, problem.message);
  }
  problems.throwIfAny();
  return fields;
}

export function nodeIdOf({ id, method }: { id: number; method: "code" | "automatic" }): string {
  return gid(method === "code" ? "DiscountCodeNode" : "DiscountAutomaticNode", id);
}
