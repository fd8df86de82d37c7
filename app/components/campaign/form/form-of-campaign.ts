import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { shopLocalMinute } from "#app/components/format/date.ts";
import { formOfOffer } from "./form-of-offer.ts";
import { idsText } from "./ids.ts";

const box = (isTicked: boolean): string => (isTicked ? "on" : "");
const count = (value: number | null): string => (value === null ? "" : String(value));

/** An existing campaign as its form shows it. */
export function formOfCampaign(campaign: CampaignDetail, timeZone: string): CampaignForm {
  const { frees, codes, segment, customerIds } = campaign;
  return {
    ...emptyCampaignForm(""),
    percentage: "",
    ...formOfOffer(campaign),
    name: campaign.name,
    conventionId: campaign.convention.id,
    startsAt: shopLocalMinute(campaign.startsAt, timeZone),
    endsAt: campaign.endsAt === null ? "" : shopLocalMinute(campaign.endsAt, timeZone),
    totalCap: count(campaign.totalCap),
    perCustomer: count(campaign.perCustomer),
    limitWindow: campaign.limitWindow ?? "lifetime",
    audience: customerIds.length > 0 ? "customers" : segment ? "segment" : "all",
    segmentId: segment?.id ?? "",
    customerIds: idsText(customerIds),
    guestRule: campaign.guestRule,
    codeKind: codes.kind,
    codeCount: String(codes.count),
    codeLength: count(campaign.unique?.length ?? null),
    codeCheck: box(campaign.unique?.check ?? false),
    importId: "",
    usesPerCode: count(campaign.usesPerCode),
    freesOnCancel: box(frees.cancel),
    freesOnFullRefund: box(frees.fullRefund),
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
