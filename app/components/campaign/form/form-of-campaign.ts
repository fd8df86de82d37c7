import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { shopLocalMinute } from "#app/components/format/date.ts";

const box = (isTicked: boolean): string => (isTicked ? "on" : "");
const count = (value: number | null): string => (value === null ? "" : String(value));

/** An existing campaign as its form shows it. */
export function formOfCampaign(campaign: CampaignDetail, timeZone: string): CampaignForm {
  const { offer, frees, codes } = campaign;
  return {
    name: campaign.name,
    conventionId: campaign.convention.id,
    offerKind: offer.kind,
    percentage: offer.kind === "percentage" ? percentText(offer.basisPoints) : "",
    amount: offer.kind === "fixed_amount" ? decimalText(offer.amountMinor, offer.currency) : "",
    startsAt: shopLocalMinute(campaign.startsAt, timeZone),
    endsAt: campaign.endsAt === null ? "" : shopLocalMinute(campaign.endsAt, timeZone),
    totalCap: count(campaign.totalCap),
    perCustomer: count(campaign.perCustomer),
    limitWindow: campaign.limitWindow ?? "lifetime",
    segmentId: campaign.segment?.id ?? "",
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

/** 1250 hundredths of a percent are "12.5". */
function percentText(basisPoints: number): string {
  return String(basisPoints / 100);
}
