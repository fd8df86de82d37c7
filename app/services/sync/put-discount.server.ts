import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import {
  createBasicDiscount,
  createShippingDiscount,
  deactivateDiscount,
  findCode,
  updateBasicDiscount,
  updateShippingDiscount,
} from "#app/infra/admin-api/documents.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { basicInput, shippingInput, tagOf, type SyncedCampaign } from "./discount-input.server.ts";
import { assertNoUserErrors, SyncFailure } from "./sync-failure.server.ts";

/** What Shopify knows of a code: nothing, that it is this campaign's, or that it is someone else's. */
export type FoundCode =
  { kind: "free" } | { kind: "ours"; discountId: string } | { kind: "taken"; title: string };

export async function lookUpCode(
  api: AdminApi,
  campaign: Campaign,
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

/**
 * Makes the campaign's discount with its first code, unless it is there already: a response that was lost after
 * Shopify had done it is found by the code, not repeated.
 * @returns the discount's id. @throws SyncFailure when the code is someone else's.
 */
export async function makeDiscount(
  api: AdminApi,
  campaign: SyncedCampaign,
  code: string,
): Promise<string> {
  const found = await lookUpCode(api, campaign, code);
  if (found.kind === "ours") {
    // Made by an earlier try, perhaps before the campaign was last changed.
    await changeDiscount(api, campaign, found.discountId);
    return found.discountId;
  }
  if (found.kind === "taken") {
    throw new SyncFailure(
      `Shopify already has the code ${code}, in the discount “${found.title}”. ` +
        "Delete or rename that one in Shopify and try again, or end this campaign.",
    );
  }
  const basic = basicInput(campaign);
  const result = basic
    ? (await api.run(createBasicDiscount, { input: { ...basic, code } })).discountCodeBasicCreate
    : (await api.run(createShippingDiscount, { input: { ...shippingInput(campaign), code } }))
        .discountCodeFreeShippingCreate;
  assertNoUserErrors(result?.userErrors, "make the discount");
  if (!result?.codeDiscountNode)
    throw new SyncFailure("Shopify made no discount and gave no reason. Try again.");
  return result.codeDiscountNode.id;
}

/** Brings the discount to what the campaign says now. A paused or ended campaign is deactivated after. */
export async function changeDiscount(
  api: AdminApi,
  campaign: SyncedCampaign,
  discountId: string,
): Promise<void> {
  const basic = basicInput(campaign);
  const result = basic
    ? (await api.run(updateBasicDiscount, { id: discountId, input: basic })).discountCodeBasicUpdate
    : (await api.run(updateShippingDiscount, { id: discountId, input: shippingInput(campaign) }))
        .discountCodeFreeShippingUpdate;
  assertNoUserErrors(result?.userErrors, "change the discount");
}

/** Shopify ends the discount now. Updating it with its dates brings it back, so there is no counterpart. */
export async function stopDiscount(api: AdminApi, discountId: string): Promise<void> {
  const { discountCodeDeactivate } = await api.run(deactivateDiscount, { id: discountId });
  assertNoUserErrors(discountCodeDeactivate?.userErrors, "deactivate the discount");
}
