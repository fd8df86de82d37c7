import { Card } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { MOST_ROWS } from "#app/domain/code/import.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { GuidedPage } from "#app/components/frame/guided-page.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { BringCodes } from "./bring-codes.tsx";

/** Brings codes that exist already; `campaign` is the one they are meant for, if that is settled. */
export function ImportPage({ campaign }: { campaign: { id: string; name: string } | null }) {
  const navigate = useNavigate();
  const { number } = useFormat();
  const back = campaign
    ? { content: campaign.name, url: `/app/campaigns/${campaign.id}` }
    : { content: "Codes", url: "/app/codes" };
  const goal = campaign ? `?campaign=${campaign.id}` : "";
  return (
    <GuidedPage
      title="Import codes"
      {...(campaign ? { subtitle: `For ${campaign.name}` } : {})}
      back={back}
      guide={{
        title: "What can be imported",
        points: [
          `Up to ${number(MOST_ROWS)} codes at once.`,
          "Letters A–Z, digits, “-” and “_”. Upper and lower case are the same.",
          "A column “email” or “customer” says whom each code is for, so that you find it again by the person.",
          "Several codes on one line, separated by commas, if nothing else is on it.",
          "Rows that cannot be used are shown with the reason; the others go on.",
        ],
      }}
    >
      <NotAllowedBanner action="campaign.edit" />
      <Card>
        <BringCodes onStaged={(id) => navigate(`/app/codes/imports/${id}${goal}`)} />
      </Card>
    </GuidedPage>
  );
}
