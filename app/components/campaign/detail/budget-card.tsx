import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { Budget } from "#app/domain/campaign/budget.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { formatPercent } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

const REACHED: Record<NonNullable<Budget["reached"]>, string> = {
  spend: "The cap on what it takes off was reached, so it is paused. Raise the cap to go on.",
  uses: "The cap on uses was reached, so it is paused. Raise the cap to go on.",
};

/** What of a campaign's caps is gone; nothing where it has none. */
export function BudgetCard({
  campaign,
}: {
  campaign: Pick<CampaignDetail, "budget" | "currency">;
}) {
  const { money, number } = useFormat();
  const { spendCapMinor, customerCapMinor, totalCap, spentMinor, uses, reached } = campaign.budget;
  if (spendCapMinor === null && customerCapMinor === null && totalCap === null) return null;
  const inMoney = (minor: number) => money(minor, campaign.currency);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Budget
        </Text>
        {spendCapMinor === null ? null : (
          <Burned what="Discounts given" used={spentMinor} cap={spendCapMinor} say={inMoney} />
        )}
        {totalCap === null ? null : (
          <Burned what="Uses that count" used={uses} cap={totalCap} say={number} />
        )}
        {customerCapMinor === null ? null : (
          <Text as="p" numeric>
            {`Each customer: up to ${inMoney(customerCapMinor)}, then checkout refuses them the code`}
          </Text>
        )}
        <Text as="p" tone="subdued">
          Less cancelled orders, and of refunded ones the share that was refunded.
        </Text>
        {reached ? <Text as="p">{REACHED[reached]}</Text> : null}
      </BlockStack>
    </Card>
  );
}

type Measured = { what: string; used: number; cap: number; say: (value: number) => string };

function Burned({ what, used, cap, say }: Measured) {
  const id = useId();
  const { locale } = useFormat();
  return (
    <BlockStack gap="100">
      <Text as="p" id={id} numeric>
        {`${what}: ${say(used)} of ${say(cap)} (${formatPercent(used / cap, locale)})`}
      </Text>
      <ProgressBar
        size="small"
        tone={used >= cap ? "critical" : "primary"}
        progress={Math.max(0, Math.min(100, Math.round((used / cap) * 100)))}
        ariaLabelledBy={id}
        animated={false}
      />
    </BlockStack>
  );
}
