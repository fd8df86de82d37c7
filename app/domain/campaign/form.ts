/**
 * The fields of a limit, for each that a campaign can have. `limitWindow`: one of `LIMIT_WINDOWS`, "season:KEY",
 * "period" (with both days) or "rolling" (with the number of days); `limitCounter`: "campaign", "code" or a `GroupId`.
 * A row without `perCustomer` is no limit.
 */
export const LIMIT_ROWS = [
  ["perCustomer", "limitWindow", "limitDays", "limitFirst", "limitLast", "limitCounter"],
  ["perCustomer2", "limitWindow2", "limitDays2", "limitFirst2", "limitLast2", "limitCounter2"],
  ["perCustomer3", "limitWindow3", "limitDays3", "limitFirst3", "limitLast3", "limitCounter3"],
] as const;

export type LimitRow = (typeof LIMIT_ROWS)[number];

/**
 * The fields of the campaign form, in the order they stand on the page. Ids are numbers of Shopify's
 * global ids, several of them with commas between; boxes are "on" when ticked.
 */
export const CAMPAIGN_FIELDS = [
  "conventionId",
  "name",
  "offerKind",
  "percentage",
  "amount",
  "maximumPrice",
  /** "everywhere" or "countries". */
  "shipsTo",
  "countries",
  /** What has to be bought for buy X get Y: "products" or "collections", and "quantity" or "amount" of them. */
  "buysItems",
  "buysProductIds",
  "buysVariantIds",
  "buysCollectionIds",
  "buysNeed",
  "buysQuantity",
  "buysAmount",
  /** "all", "products" or "collections": what the offer is on; of buy X get Y, what is got. */
  "items",
  "productIds",
  "variantIds",
  "collectionIds",
  "eachItem",
  "getsQuantity",
  /** "free" or "percentage". */
  "getsEffect",
  "getsPercentage",
  "usesPerOrder",
  /** "none", "subtotal" or "quantity". */
  "minimum",
  "minimumSubtotal",
  "minimumQuantity",
  "codeKind",
  "codeCount",
  "codeLength",
  "codeCheck",
  "importId",
  "usesPerCode",
  ...LIMIT_ROWS[0],
  ...LIMIT_ROWS[1],
  ...LIMIT_ROWS[2],
  /** Numbers of the groups of campaigns it is in. */
  "groups",
  "totalCap",
  "spendCap",
  "customerCap",
  "householdLimit",
  /** "all", "segment" or "customers". */
  "audience",
  /** Only for those it was issued to. */
  "issuedOnly",
  /** Given to some people only, whom checkout cannot tell. Of no matter where it cannot be: see `canBePrivate`. */
  "isPrivate",
  "segmentIds",
  "customerIds",
  "allSegmentIds",
  "noneSegmentIds",
  /** Tags with commas between. */
  "allTags",
  "anyTags",
  "noneTags",
  /** "everyone", "new" or "returning". */
  "customerKind",
  "signedIn",
  "guestPolicy",
  /** Shop-local: "2026-06-01T00:00". */
  "startsAt",
  "endsAt",
  "combinesProduct",
  "combinesOrder",
  "combinesShipping",
  "freesOnCancel",
  "freesOnFullRefund",
  "freesOnPartialRefund",
  "freesOnChargeback",
  "freesOnExpiry",
] as const;

export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];

/** A campaign as the form posts it: text as typed. */
export type CampaignForm = Record<CampaignField, string>;

const EMPTY = Object.fromEntries(CAMPAIGN_FIELDS.map((field) => [field, ""])) as CampaignForm;

/** A form for a new campaign: ten percent off everything, starts now, one public code, once per customer. */
export function emptyCampaignForm(nowLocal: string): CampaignForm {
  return {
    ...EMPTY,
    offerKind: "percentage",
    percentage: "10",
    shipsTo: "everywhere",
    buysItems: "products",
    buysNeed: "quantity",
    buysQuantity: "1",
    items: "all",
    getsQuantity: "1",
    getsEffect: "free",
    minimum: "none",
    codeKind: "public",
    codeCount: "100",
    usesPerCode: "1",
    perCustomer: "1",
    limitWindow: "lifetime",
    limitCounter: "campaign",
    audience: "all",
    customerKind: "everyone",
    guestPolicy: "match",
    startsAt: nowLocal,
    freesOnCancel: "on",
    freesOnFullRefund: "on",
    freesOnPartialRefund: "",
    freesOnChargeback: "",
    freesOnExpiry: "on",
  };
}

/** A posted form as plain text fields: a field that is missing or a file counts as empty. */
export function readCampaignForm(field: (name: string) => unknown): CampaignForm {
  const text = (name: string) => {
    const value = field(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(CAMPAIGN_FIELDS.map((name) => [name, text(name)])) as CampaignForm;
}
