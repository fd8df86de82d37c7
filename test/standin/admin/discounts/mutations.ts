import { idOf } from "../../gid.ts";
import type { Discount } from "../../state.ts";
import type { AdminContext, Args } from "../context.ts";
import { refusable } from "../payload.ts";
import { automaticNodeView, codeNodeView } from "../views/discount-node.ts";
import { automaticAppView, codeDiscountView } from "../views/discount.ts";
import { bulkCreationView } from "../views/redeem-code.ts";
import { jobView } from "../views/job.ts";
import { startBulkChange, startBulkCreation, startBulkRemoval } from "./bulk.ts";
import { refuse } from "./problems.ts";
import type { NativeType } from "./read-offer.ts";
import { activateDiscount, deactivateDiscount, deleteDiscount } from "./verbs.ts";
import {
  createAutomaticApp,
  createCodeApp,
  updateAutomaticApp,
  updateCodeApp,
} from "./write-app.ts";
import { createNative, NATIVE_INPUTS, nodeIdOf, updateNative } from "./write-native.ts";

export function discountMutations(context: AdminContext) {
  return {
    ...native(context, "basic", "discountCodeBasic"),
    ...native(context, "freeShipping", "discountCodeFreeShipping"),
    ...native(context, "bxgy", "discountCodeBxgy"),
    ...apps(context),
    ...verbs(context),
    ...bulk(context),
  };
}

function native(context: AdminContext, type: NativeType, name: string) {
  const input = (args: Args) => (args[NATIVE_INPUTS[type]] ?? {}) as Args;
  const field = ["codeDiscountNode"];
  return {
    [`${name}Create`]: refusable(`${typeName(name)}CreatePayload`, field, (args) => ({
      codeDiscountNode: codeNodeView(context, createNative(context, type, input(args))),
    })),
    [`${name}Update`]: refusable(`${typeName(name)}UpdatePayload`, field, (args) => {
      const discount = findCode(context, args);
      if (discount.type === "app" || discount.type !== type) return missing();
      return {
        codeDiscountNode: codeNodeView(context, updateNative(context, discount, input(args))),
      };
    }),
  };
}

function apps(context: AdminContext) {
  const automatic = (args: Args) => (args["automaticAppDiscount"] ?? {}) as Args;
  const code = (args: Args) => (args["codeAppDiscount"] ?? {}) as Args;
  return {
    discountAutomaticAppCreate: refusable(
      "DiscountAutomaticAppCreatePayload",
      ["automaticAppDiscount"],
      (args) => ({
        automaticAppDiscount: automaticAppView(
          context,
          createAutomaticApp(context, automatic(args)),
        ),
      }),
    ),
    discountAutomaticAppUpdate: refusable(
      "DiscountAutomaticAppUpdatePayload",
      ["automaticAppDiscount"],
      (args) => {
        const discount = updateAutomaticApp(
          context,
          findAutomaticApp(context, args),
          automatic(args),
        );
        return { automaticAppDiscount: automaticAppView(context, discount) };
      },
    ),
    discountCodeAppCreate: refusable(
      "DiscountCodeAppCreatePayload",
      ["codeAppDiscount"],
      (args) => ({
        codeAppDiscount: codeDiscountView(context, createCodeApp(context, code(args))),
      }),
    ),
    discountCodeAppUpdate: refusable(
      "DiscountCodeAppUpdatePayload",
      ["codeAppDiscount"],
      (args) => {
        const discount = findCode(context, args);
        if (discount.type !== "app") return missing();
        const updated = updateCodeApp(context, discount, code(args));
        return { codeAppDiscount: codeDiscountView(context, updated) };
      },
    ),
  };
}

function verbs(context: AdminContext) {
  const { world, shop } = context;
  const onCode = (verb: typeof activateDiscount) => (args: Args) => {
    const discount = findCode(context, args);
    verb(world, shop, discount);
    return { codeDiscountNode: codeNodeView(context, discount) };
  };
  const onAutomatic = (verb: typeof activateDiscount) => (args: Args) => {
    const discount = findAutomatic(context, args);
    verb(world, shop, discount);
    return { automaticDiscountNode: automaticNodeView(context, discount) };
  };
  const remove =
    (field: string, find: (context: AdminContext, args: Args) => Discount) => (args: Args) => {
      const discount = find(context, args);
      deleteDiscount(world, shop, discount);
      return { [field]: nodeIdOf(discount) };
    };
  const codeNode = ["codeDiscountNode"];
  const automaticNode = ["automaticDiscountNode"];
  return {
    discountCodeActivate: refusable(
      "DiscountCodeActivatePayload",
      codeNode,
      onCode(activateDiscount),
    ),
    discountCodeDeactivate: refusable(
      "DiscountCodeDeactivatePayload",
      codeNode,
      onCode(deactivateDiscount),
    ),
    discountAutomaticActivate: refusable(
      "DiscountAutomaticActivatePayload",
      automaticNode,
      onAutomatic(activateDiscount),
    ),
    discountAutomaticDeactivate: refusable(
      "DiscountAutomaticDeactivatePayload",
      automaticNode,
      onAutomatic(deactivateDiscount),
    ),
    discountCodeDelete: refusable(
      "DiscountCodeDeletePayload",
      ["deletedCodeDiscountId"],
      remove("deletedCodeDiscountId", findCode),
    ),
    discountAutomaticDelete: refusable(
      "DiscountAutomaticDeletePayload",
      ["deletedAutomaticDiscountId"],
      remove("deletedAutomaticDiscountId", findAutomatic),
    ),
  };
}

function bulk(context: AdminContext) {
  const { world, shop } = context;
  const many = (name: string, verb: typeof activateDiscount) =>
    refusable(`${typeName(name)}Payload`, ["job"], (args) => ({
      job: jobView(startBulkChange(context, name, args, (discount) => verb(world, shop, discount))),
    }));
  return {
    discountCodeBulkActivate: many("discountCodeBulkActivate", activateDiscount),
    discountCodeBulkDeactivate: many("discountCodeBulkDeactivate", deactivateDiscount),
    discountCodeBulkDelete: many("discountCodeBulkDelete", deleteDiscount),
    discountRedeemCodeBulkAdd: refusable(
      "DiscountRedeemCodeBulkAddPayload",
      ["bulkCreation"],
      (args) => {
        const discount = findCode(context, args, "discountId");
        const codes = (args["codes"] as readonly { code: string }[]).map(({ code }) => code);
        if (codes.length === 0) refuse(["codes"], "BLANK", "Codes can't be blank");
        return {
          bulkCreation: bulkCreationView(context, startBulkCreation(context, discount, codes)),
        };
      },
    ),
    discountCodeRedeemCodeBulkDelete: refusable(
      "DiscountCodeRedeemCodeBulkDeletePayload",
      ["job"],
      (args) => {
        const discount = findCode(context, args, "discountId");
        return { job: jobView(startBulkRemoval(context, discount, args)) };
      },
    ),
  };
}

function findCode({ shop }: AdminContext, args: Args, field = "id") {
  const id = idOf(String(args[field]), "DiscountCodeNode", "DiscountNode");
  const discount = id === undefined ? undefined : shop.discounts.get(id);
  return discount?.method === "code" ? discount : missing(field);
}

function findAutomatic({ shop }: AdminContext, args: Args) {
  const id = idOf(String(args["id"]), "DiscountAutomaticNode", "DiscountNode");
  const discount = id === undefined ? undefined : shop.discounts.get(id);
  return discount?.method === "automatic" ? discount : missing();
}

function findAutomaticApp(context: AdminContext, args: Args) {
  const discount = findAutomatic(context, args);
  return discount.type === "app" ? discount : missing();
}

function missing(field = "id"): never {
  return refuse([field], "INVALID", "Discount does not exist");
}

function typeName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}
