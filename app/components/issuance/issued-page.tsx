import { Banner } from "@shopify/polaris";
import { MOST_ISSUED, type IssuedSummary } from "#app/domain/issuance/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { GuidedPage } from "#app/components/frame/guided-page.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { BringIssuance } from "./bring-issuance.tsx";
import { IssuedTable } from "./issued-table.tsx";

/** Whom a campaign was issued to, counted, and a list of more. */
export function IssuedPage({ issued }: { issued: IssuedSummary }) {
  const { number } = useFormat();
  const { campaign } = issued;
  return (
    <GuidedPage
      title="Issued to"
      subtitle={campaign.name}
      back={{ content: campaign.name, url: `/app/campaigns/${campaign.id}` }}
      guide={{
        title: "What a list says",
        points: [
          "A first line that names the columns: “email” or “customer” (Shopify’s number), and if you like “code”, “channel”, “date” and “campaign”.",
          `Up to ${number(MOST_ISSUED)} people. What is known already is not counted twice.`,
          "All of it or nothing: when a row cannot be used, each such row is shown, and you bring the list again.",
          "Addresses are not kept. People are recognised by them when they order.",
          "A CRM or an e-mail tool can tell the same as it sends: see API keys in the settings.",
        ],
      }}
    >
      <NotAllowedBanner action="campaign.edit" />
      {campaign.issuedOnly ? <IssuedOnly issued={issued} /> : null}
      <IssuedTable issued={issued} />
      <BringIssuance campaignId={campaign.id} />
    </GuidedPage>
  );
}

function IssuedOnly({ issued: { people, known } }: { issued: IssuedSummary }) {
  const { number } = useFormat();
  if (people === 0)
    return (
      <Banner tone="warning">
        <p>
          This campaign is only for people it was issued to, and it was issued to nobody yet:
          checkout refuses everybody.
        </p>
      </Banner>
    );
  return (
    <Banner tone="info">
      <p>
        This campaign is only for these people. Checkout refuses everybody else and asks guests to
        sign in; an order that slips through is flagged for review.
      </p>
      <p>
        {`Checkout knows ${number(known ?? 0)} of ${number(people)}. It is told of accounts with your shop within minutes, many at once take longer; of the others when they make one with the address you gave.`}
      </p>
    </Banner>
  );
}
