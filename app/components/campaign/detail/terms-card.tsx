import { BlockStack, Card, Text } from "@shopify/polaris";
import type { Chosen } from "#app/domain/campaign/chosen.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { GuestRule } from "#app/domain/campaign/status.ts";
import { formatLimit } from "#app/components/format/offer.ts";
import { formatCombines } from "#app/components/format/terms.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { ChosenNames } from "./chosen-names.tsx";
import { OfferPairs } from "./offer-pairs.tsx";
import { Pair } from "./pair.tsx";

const GUESTS: Record<GuestRule, string> = {
  match: "Recognised by e-mail and phone",
  sign_in: "Asked to sign in",
  allow: "Can use it; orders over the limit are flagged",
};

function freesText({ cancel, fullRefund, expiry }: CampaignDetail["frees"]): string {
  const occasions = [
    ...(cancel ? ["cancellation"] : []),
    ...(fullRefund ? ["full refund"] : []),
    ...(expiry ? ["expired or voided payment"] : []),
  ];
  return occasions.length > 0 ? occasions.join(", ") : "Nothing";
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Props = { campaign: CampaignDetail; chosen: readonly Chosen[] };

/** Offer, limits, eligibility and schedule, as they were set. */
export function TermsCard({ campaign, chosen }: Props) {
  const { offer, number, moment, locale } = useFormat();
  const { perCustomer, limitWindow, totalCap, segment, customerIds, endsAt } = campaign;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Offer and limits
        </Text>
        <dl className="bf-pair">
          <Pair term="Offer">{offer(campaign.offer)}</Pair>
          <OfferPairs campaign={campaign} chosen={chosen} />
          <Pair term="Each customer">
            {perCustomer === null
              ? "As often as they like"
              : upperFirst(formatLimit(perCustomer, limitWindow ?? "lifetime", locale))}
          </Pair>
          <Pair term="All together">
            {totalCap === null ? "No limit" : `${number(totalCap)} uses`}
          </Pair>
          <Pair term="Who can use it">
            {customerIds.length > 0 ? (
              <ChosenNames chosen={chosen} ids={[["customer", customerIds]]} />
            ) : segment ? (
              `Only ${segment.name}`
            ) : (
              "Every customer"
            )}
          </Pair>
          <Pair term="Guests">{GUESTS[campaign.guestRule]}</Pair>
          <Pair term="Combines with">{formatCombines(campaign.combines)}</Pair>
          <Pair term="Starts">{moment(campaign.startsAt)}</Pair>
          <Pair term="Ends">{endsAt === null ? "No end" : moment(endsAt)}</Pair>
          <Pair term="A use is freed by">{upperFirst(freesText(campaign.frees))}</Pair>
        </dl>
      </BlockStack>
    </Card>
  );
}
