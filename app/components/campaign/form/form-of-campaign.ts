import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { shopLocalMinute } from "#app/components/format/date.ts";
import { formOfLimits } from "./form-of-limits.ts";
import { formOfOffer } from "./form-of-offer.ts";
import { idsText } from "./ids.ts";

const box = (isTicked: boolean): string => (isTicked ? "on" : "");
const count = (value: number | null): string => (value === null ? "" : String(value));

const amountText = (minor: number | null, currency: string): string =>
  minor === null ? "" : decimalText(minor, currency);

const segmentsOf = (list: readonly string[]) => list.filter((each) => !each.startsWith("#"));
const tagsOf = (list: readonly string[]) =>
  list
    .filter((each) => each.startsWith("#"))
    .map((tag) => tag.slice(1))
    .join(", ");

/** An existing campaign as its form shows it. */
export function formOfCampaign(campaign: CampaignDetail, timeZone: string): CampaignForm {
  const { frees, codes, eligibility, customerIds } = campaign;
  const segments = segmentsOf(eligibility.any);
  return {
    ...emptyCampaignForm(""),
    percentage: "",
    ...formOfOffer(campaign),
    name: campaign.name,
    conventionId: campaign.convention.id,
    startsAt: shopLocalMinute(campaign.startsAt, timeZone),
    endsAt: campaign.endsAt === null ? "" : shopLocalMinute(campaign.endsAt, timeZone),
    totalCap: count(campaign.totalCap),
    spendCap: amountText(campaign.budget.spendCapMinor, campaign.currency),
    customerCap: amountText(campaign.budget.customerCapMinor, campaign.currency),
    householdLimit: count(campaign.householdLimit),
    issuedOnly: box(campaign.issuedOnly),
    isPrivate: box(campaign.isPrivate),
    ...formOfLimits(campaign.limits),
    groups: campaign.groups.join(","),
    audience: customerIds.length > 0 ? "customers" : segments.length > 0 ? "segment" : "all",
    segmentIds: idsText(segments),
    allSegmentIds: idsText(segmentsOf(eligibility.all)),
    noneSegmentIds: idsText(segmentsOf(eligibility.none)),
    allTags: tagsOf(eligibility.all),
    anyTags: tagsOf(eligibility.any),
    noneTags: tagsOf(eligibility.none),
    customerKind: eligibility.customers,
    signedIn: box(eligibility.signedIn),
    customerIds: idsText(customerIds),
    guestPolicy: campaign.guestPolicy,
    codeKind: codes.kind,
    codeCount: String(codes.count),
    codeLength: count(campaign.unique?.length ?? null),
    codeCheck: box(campaign.unique?.check ?? false),
    importId: "",
    usesPerCode: count(campaign.usesPerCode),
    freesOnCancel: box(frees.cancel),
    freesOnFullRefund: box(frees.fullRefund),
    freesOnPartialRefund: box(frees.partialRefund),
    freesOnChargeback: box(frees.chargeback),
    freesOnExpiry: box(frees.expiry),
  };
}

/** A new campaign like this one: same terms, but a name of its own, starting now and without the old end. */
export function formOfDuplicate(
  campaign: CampaignDetail,
  timeZone: string,
  nowLocal: string,
): CampaignForm {
  const same = formOfCampaign(campaign, timeZone);
  return { ...same, name: "", startsAt: nowLocal, endsAt: "" };
}
