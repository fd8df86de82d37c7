import { refusalsOf } from "#app/domain/discount/refusals.ts";
import { TERMS_FIELDS, type DiscountTerms, type TermsField } from "#app/domain/discount/terms.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { findCode } from "#app/infra/admin-api/documents/codes.ts";
import {
  createBasicDiscount,
  createBxgyDiscount,
  createShippingDiscount,
  deactivateDiscount,
  updateBasicDiscount,
  updateBxgyDiscount,
  updateShippingDiscount,
} from "#app/infra/admin-api/documents/discount-changes.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { tagOf } from "./desired-terms.server.ts";
import { discountInput, type DiscountInput, type Write } from "./discount-input.server.ts";
import { assertNoUserErrors, assertAcceptable, SyncFailure } from "./sync-failure.server.ts";

/** What Shopify knows of a code: nothing, that it is this campaign's, or that it is someone else's. */
export type FoundCode =
  { kind: "free" } | { kind: "ours"; discountId: string } | { kind: "taken"; title: string };

export async function lookUpCode(
  api: AdminApi,
  campaign: Pick<Campaign, "number" | "discountId">,
  code: string,
): Promise<FoundCode> {
  const { codeDiscountNodeByCode: node } = await api.run(findCode, { code });
  if (!node) return { kind: "free" };
  const discount = node.codeDiscount;
  const tags = "tags" in discount ? discount.tags : [];
  if (node.id === campaign.discountId || tags.includes(tagOf(campaign)))
    return { kind: "ours", discountId: node.id };
  return { kind: "taken", title: "title" in discount ? discount.title : "another discount" };
}

/** `isNew`: made now; else an earlier try made it, perhaps before the campaign was last changed. */
export type MadeDiscount = { discountId: string; isNew: boolean };

/**
 * Makes the campaign's discount with its first code, unless it is there already: a response that was lost after
 * Shopify had done it is found by the code, not repeated.
 * @throws SyncFailure when the code is someone else's.
 */
export async function makeDiscount(
  api: AdminApi,
  campaign: Campaign,
  ours: DiscountTerms,
  code: string,
): Promise<MadeDiscount> {
  const found = await lookUpCode(api, campaign, code);
  if (found.kind === "ours") return { discountId: found.discountId, isNew: false };
  if (found.kind === "taken") {
    throw new SyncFailure(
      `Shopify already has the code ${code}, in the discount “${found.title}”. ` +
        "Delete or rename that one in Shopify and try again, or end this campaign.",
    );
  }
  const fields = new Set<TermsField>(TERMS_FIELDS);
  const write = {
    ours,
    theirs: null,
    fields,
    currency: campaign.currency,
    tags: [tagOf(campaign)],
  };
  assertAcceptable(refusalsOf({ ...ours, code }), "make the discount");
  const result = await create(api, discountInput(write), code);
  assertNoUserErrors(result?.userErrors, "make the discount");
  if (!result?.codeDiscountNode)
    throw new SyncFailure("Shopify made no discount and gave no reason. Try again.");
  return { discountId: result.codeDiscountNode.id, isNew: true };
}

async function create(api: AdminApi, { kind, input }: DiscountInput, code: string) {
  switch (kind) {
    case "basic":
      return (await api.run(createBasicDiscount, { input: { ...input, code } }))
        .discountCodeBasicCreate;
    case "free_shipping":
      return (await api.run(createShippingDiscount, { input: { ...input, code } }))
        .discountCodeFreeShippingCreate;
    case "bxgy":
      return (await api.run(createBxgyDiscount, { input: { ...input, code } }))
        .discountCodeBxgyCreate;
  }
}

/** Writes only the fields that are to change: whatever else stands in the discount stays as it is. */
export async function changeDiscount(api: AdminApi, id: string, write: Write): Promise<void> {
  const known = TERMS_FIELDS.filter((field) => write.fields.has(field));
  const written = Object.fromEntries(known.map((field) => [field, write.ours[field]]));
  assertAcceptable(refusalsOf(written), "change the discount");
  const result = await update(api, discountInput(write), id);
  assertNoUserErrors(result?.userErrors, "change the discount");
}

async function update(api: AdminApi, { kind, input }: DiscountInput, id: string) {
  switch (kind) {
    case "basic":
      return (await api.run(updateBasicDiscount, { id, input })).discountCodeBasicUpdate;
    case "free_shipping":
      return (await api.run(updateShippingDiscount, { id, input })).discountCodeFreeShippingUpdate;
    case "bxgy":
      return (await api.run(updateBxgyDiscount, { id, input })).discountCodeBxgyUpdate;
  }
}

/** Shopify ends the discount now. Updating it with its dates brings it back, so there is no counterpart. */
export async function stopDiscount(api: AdminApi, discountId: string): Promise<void> {
  const { discountCodeDeactivate } = await api.run(deactivateDiscount, { id: discountId });
  assertNoUserErrors(discountCodeDeactivate?.userErrors, "deactivate the discount");
}
