import { randomUUID } from "node:crypto";
import { REPEATED_CODE_ERROR } from "../../assumptions.ts";
import { foldCode, idOf } from "../../gid.ts";
import type { BulkCreation, CodeDiscount, Discount, Job, RedeemCode } from "../../state.ts";
import type { AdminContext, Args } from "../context.ts";
import { searchRedeemCodes } from "../views/redeem-code.ts";
import { refuse } from "./problems.ts";
import { codeProblem, TAKEN } from "./read-code.ts";
import { addRedeemCode, removeRedeemCode } from "./redeem-codes.ts";
import { searchDiscounts } from "./search.ts";
import { announceChange } from "./verbs.ts";

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
  world.clock.later(world.config.asyncDelayMs, () => {
    const seen = new Set<string>();
    for (const entry of creation.codes) {
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
    creation.done = true;
    if (shop.discounts.has(discount.id)) announceChange(world, shop, discount);
  });
  return creation;
}

/** Removes codes in a while. */
export function startBulkRemoval(context: AdminContext, discount: CodeDiscount, args: Args): Job {
  const { world, shop } = context;
  const chosen = chooseCodes(discount, args);
  return startJob(context, () => {
    for (const code of chosen) {
      if (discount.redeemCodes.has(foldCode(code.code))) {
        removeRedeemCode(world, shop, discount, code);
      }
    }
    announceChange(world, shop, discount);
  });
}

/** Does the same to many discounts with codes, in a while. */
export function startBulkChange(
  context: AdminContext,
  args: Args,
  change: (discount: Discount) => void,
): Job {
  const { shop } = context;
  const codeDiscounts = [...shop.discounts.values()].filter(({ method }) => method === "code");
  const { ids, search } = chosenBy(args);
  const chosen = ids
    ? codeDiscounts.filter(({ id }) => ids.includes(id))
    : searchDiscounts(context, codeDiscounts, search ?? "");
  return startJob(context, () => {
    for (const discount of chosen) if (shop.discounts.has(discount.id)) change(discount);
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

function startJob({ world, shop }: AdminContext, work: () => void): Job {
  const job: Job = { id: randomUUID(), done: false };
  shop.jobs.set(job.id, job);
  world.clock.later(world.config.asyncDelayMs, () => {
    work();
    job.done = true;
  });
  return job;
}
