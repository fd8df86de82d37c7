import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { formatRelative } from "#app/components/format/relative.ts";

type Dated = Pick<CampaignSummary, "status" | "startsAt" | "endsAt">;

/** How long a campaign goes on, from where it stands now: "Ends in 6 days", "Starts in 3 hours", "No end". */
export function validityText(campaign: Dated, now: string, locale: string): string {
  if (campaign.status === "ended") return "Ended";
  if (campaign.status === "expired") {
    return campaign.endsAt ? `Ended ${formatRelative(campaign.endsAt, now, locale)}` : "Ended";
  }
  if (campaign.status === "scheduled") {
    return `Starts ${formatRelative(campaign.startsAt, now, locale)}`;
  }
  return campaign.endsAt ? `Ends ${formatRelative(campaign.endsAt, now, locale)}` : "No end";
}

export function Validity({ campaign }: { campaign: Dated }) {
  const { moment, now, locale } = useFormat();
  const until = campaign.endsAt ? moment(campaign.endsAt) : "no end";
  return (
    <span title={`${moment(campaign.startsAt)} to ${until}`}>
      {validityText(campaign, now, locale)}
    </span>
  );
}
