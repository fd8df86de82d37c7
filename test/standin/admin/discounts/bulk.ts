import { randomUUID } from "node:crypto";
import { REPEATED_CODE_ERROR } from "../../assumptions.ts";
import { foldCode, idOf } from "../../gid.ts";
import type {
  BulkCreation,
  CodeDiscount,
  Discount,
  Job,
  RedeemCode,
  ShopState,
  World,
} from "../../state.ts";
import type { AdminContext, Args } from "../context.ts";
import { searchRedeemCodes } from "../views/redeem-code.ts";
import { refuse } from "./problems.ts";
import { codeProblem, TAKEN } from "./read-code.ts";
import { addRedeemCode, removeRedeemCode } from "./redeem-codes.ts";
import { searchDiscounts } from "./search.ts";
import { announceChange } from "./verbs.ts";
import { startWork, type Work } from "../work.ts";

/** Adds codes in a while; how each of them fared stands in the creation afterwards. */
export function startBulkCreation(
  { world, shop }: AdminContext,
  discount: CodeDiscount,
  codes: readonly string[],
): BulkCreation {
  const creation: BulkCreation = {
    id: world.nextId("DiscountRedeemCodeBulkCreation"),
    discountId: discount.id,
    createdAt: world.now(),
    done: false,
    codes: codes.map((code) => ({ code, redeemCodeId: undefined, errors: [] })),
  };
  shop.bulkCreations.set(creation.id, creation);
  const seen = new Set<string>();
  startWork(world, shop, "discountRedeemCodeBulkAdd", {
    items: creation.codes,
    carryOut: (entry) => addEntry(world, shop, discount, entry, seen),
    fail: ({ errors }) => errors.push({ ...INTERNAL, field: ["code"] }),
    forget: () => shop.bulkCreations.delete(creation.id),
    finish: () => (creation.done = true),
    announce: () => {
      if (shop.discounts.has(discount.id)) announceChange(world, shop, discount);
    },
  });
  return creation;
}

function addEntry(
  world: World,
  shop: ShopState,
  discount: CodeDiscount,
  entry: BulkCreation["codes"][number],
  seen: Set<string>,
): void {
  const folded = foldCode(entry.code);
  const repeated = seen.has(folded) || discount.redeemCodes.has(folded);
  seen.add(folded);
  // The discount may be gone by now.
  const gone = !shop.discounts.has(discount.id);
  const problem = repeated
    ? { ...TAKEN, code: REPEATED_CODE_ERROR }
    : gone
      ? { code: "INVALID", message: "Discount does not exist" }
      : codeProblem(shop, entry.code);
  if (problem) entry.errors.push({ ...problem, field: ["code"] });
  else entry.redeemCodeId = addRedeemCode(world, shop, discount, entry.code).id;
}

const INTERNAL = { code: "INTERNAL_ERROR", message: "Unexpected internal error happened." };

/** Removes codes in a while. */
export function startBulkRemoval(context: AdminContext, discount: CodeDiscount, args: Args): Job {
  const { world, shop } = context;
  return startJob(context, "discountCodeRedeemCodeBulkDelete", chooseCodes(discount, args), {
    carryOut: (code) => removeRedeemCode(world, shop, discount, code),
    announce: () => {
      if (shop.discounts.has(discount.id)) announceChange(world, shop, discount);
    },
  });
}

/** Does the same to many discounts with codes, in a while. `name` is the root field that asks for it. */
export function startBulkChange(
  context: AdminContext,
  name: string,
  args: Args,
  change: (discount: Discount) => void,
): Job {
  const { shop } = context;
  const codeDiscounts = [...shop.discounts.values()].filter(({ method }) => method === "code");
  const { ids, search } = chosenBy(args);
  const chosen = ids
    ? codeDiscounts.filter(({ id }) => ids.includes(id))
    : searchDiscounts(context, codeDiscounts, search ?? "");
  return startJob(context, name, chosen, {
    carryOut: (discount) => {
      if (shop.discounts.has(discount.id)) change(discount);
    },
  });
}

function chooseCodes(discount: CodeDiscount, args: Args): readonly RedeemCode[] {
  const { redeemCodes } = discount;
  const { ids, search } = chosenBy(args);
  return ids
    ? ids.flatMap((id) => redeemCodes.byId(id) ?? [])
    : searchRedeemCodes([...redeemCodes], search ?? "");
}

/** Exactly one way to choose, as documented. */
function chosenBy({ ids, search, savedSearchId }: Args): { ids?: number[]; search?: string } {
  const given = [ids, search, savedSearchId].filter((one) => one !== undefined && one !== null);
  if (given.length === 0) {
    refuse(
      [],
      "MISSING_ARGUMENT",
      "Missing expected argument key: 'ids', 'search' or 'saved_search_id'.",
    );
  }
  if (given.length > 1) {
    refuse(
      [],
      "TOO_MANY_ARGUMENTS",
      "Only one of 'ids', 'search' or 'saved_search_id' is allowed.",
    );
  }
  if (typeof search === "string") {
    if (search.trim() === "") refuse(["search"], "BLANK", "'Search' can't be blank.");
    return { search };
  }
  if (!Array.isArray(ids)) refuse(["savedSearchId"], "INVALID", "Invalid 'saved_search_id'.");
  const types = ["DiscountCodeNode", "DiscountRedeemCode"];
  return { ids: (ids as readonly string[]).flatMap((id) => idOf(id, ...types) ?? []) };
}

function startJob<Item>(
  { world, shop }: AdminContext,
  name: string,
  items: readonly Item[],
  work: Pick<Work<Item>, "carryOut" | "announce">,
): Job {
  const job: Job = { id: randomUUID(), done: false };
  shop.jobs.set(job.id, job);
  startWork(world, shop, name, {
    ...work,
    items,
    forget: () => shop.jobs.delete(job.id),
    finish: () => (job.done = true),
  });
  return job;
}
