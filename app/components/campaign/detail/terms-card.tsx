import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { Chosen } from "#app/domain/campaign/chosen.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { GuestPolicy } from "#app/domain/policy/rule.ts";
import { eligibilityLines } from "#app/components/format/eligibility.ts";
import { formatLimit } from "#app/components/format/limit.ts";
import { plural } from "#app/components/format/number.ts";
import { formatCombines } from "#app/components/format/terms.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { ChosenNames } from "./chosen-names.tsx";
import { OfferPairs } from "./offer-pairs.tsx";
import { Pair } from "./pair.tsx";

const GUESTS: Record<GuestPolicy, string> = {
  match: "Recognised by e-mail and phone",
  sign_in: "Asked to sign in",
  allow: "Can use it; orders over the limit are flagged",
};

function freesText(frees: CampaignDetail["frees"]): string {
  const occasions = [
    ...(frees.cancel ? ["cancellation"] : []),
    ...(frees.fullRefund ? ["full refund"] : []),
    ...(frees.partialRefund ? ["partial refund"] : []),
    ...(frees.chargeback ? ["chargeback"] : []),
    ...(frees.expiry ? ["expired or voided payment"] : []),
  ];
  return occasions.length > 0 ? occasions.join(", ") : "Nothing";
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Say = {
  number: (value: number) => string;
  money: (minor: number, currency: string) => string;
};

function capsText({ budget, currency }: CampaignDetail, { number, money }: Say): string {
  const { totalCap, spendCapMinor } = budget;
  const caps = [
    ...(totalCap === null ? [] : [`${number(totalCap)} uses`]),
    ...(spendCapMinor === null ? [] : [`${money(spendCapMinor, currency)} taken off`]),
  ];
  return caps.length === 0 ? "No limit" : caps.join(", ");
}

type Props = { campaign: CampaignDetail; chosen: readonly Chosen[] };

/** Offer, limits, eligibility and schedule, as they were set. */
export function TermsCard({ campaign, chosen }: Props) {
  const { offer, number, money, moment, locale } = useFormat();
  const { limits, householdLimit, groups, terms, customerIds, endsAt } = campaign;
  const { customerCapMinor } = campaign.budget;
  const who = eligibilityLines(campaign.eligibility, terms.segments);
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
            {limits.length === 0
              ? "As often as they like"
              : limits.map((limit) => (
                  <span className="bf-line" key={JSON.stringify(limit)}>
                    {upperFirst(formatLimit(limit, terms, locale))}
                  </span>
                ))}
            {customerCapMinor === null ? null : (
              <span className="bf-line">
                {`Until ${money(customerCapMinor, campaign.currency)} are taken off`}
              </span>
            )}
          </Pair>
          {householdLimit === null ? null : (
            <Pair term="Each household">
              {`${number(householdLimit)} ${plural(householdLimit, "use", "uses")}; more are flagged`}
            </Pair>
          )}
          {groups.length > 0 ? (
            <Pair term="Groups">
              {groups.map((number) => terms.groups[String(number)] ?? number).join(", ")}
            </Pair>
          ) : null}
          <Pair term="All together">{capsText(campaign, { money, number })}</Pair>
          <Pair term="Who can use it">
            {customerIds.length > 0 ? (
              <ChosenNames chosen={chosen} ids={[["customer", customerIds]]} />
            ) : who.length === 0 && !campaign.issuedOnly ? (
              "Every customer"
            ) : null}
            {campaign.issuedOnly ? (
              <span className="bf-line">
                <Link url={`/app/campaigns/${campaign.id}/issued`}>
                  Only people it was issued to
                </Link>
                , signed in
              </span>
            ) : null}
            {campaign.isPrivate ? (
              <span className="bf-line">Private: an alarm rings when it gets to coupon sites</span>
            ) : null}
            {who.map((line) => (
              <span className="bf-line" key={line}>
                {line}
              </span>
            ))}
          </Pair>
          <Pair term="Guests">
            {GUESTS[campaign.issuedOnly ? "sign_in" : campaign.guestPolicy]}
          </Pair>
          <Pair term="Combines with">{formatCombines(campaign.combines)}</Pair>
          <Pair term="Starts">{moment(campaign.startsAt)}</Pair>
          <Pair term="Ends">{endsAt === null ? "No end" : moment(endsAt)}</Pair>
          <Pair term="A use is freed by">{upperFirst(freesText(campaign.frees))}</Pair>
        </dl>
      </BlockStack>
    </Card>
  );
}
