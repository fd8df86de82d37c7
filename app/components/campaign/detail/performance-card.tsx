import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { useState } from "react";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { UsesBefore } from "#app/domain/discount/sync.ts";
import { DayBars } from "#app/components/chart/day-bars.tsx";
import { formatUsed, formatUsedBase, plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { COUNTED } from "#app/components/insight/counted-words.ts";
import { Figure, Note } from "#app/components/insight/figure.tsx";
import { allLinesUrl, dayUrl } from "#app/components/insight/lines-url.ts";
import { MeasureChoice } from "./measure-choice.tsx";
import type { ChartMeasure } from "./measure-choice.tsx";

type Props = { campaign: CampaignDetail; before?: UsesBefore | null };

/** What the campaign brought in and what it cost, and its last 30 days. */
export function PerformanceCard({ campaign, before = null }: Props) {
  const { number, numberShort, money, moneyShort, day, locale } = useFormat();
  const [measure, setMeasure] = useState<ChartMeasure>("redemptions");
  const { currency, usedShare: used, reversals } = campaign;
  const isMoney = measure === "revenue";
  const slice = `campaign:${campaign.id}`;
  const orders = campaign.redemptions > 0 ? { url: allLinesUrl(slice) } : {};
  const unit = isMoney ? `Revenue (${currency})` : "Redemptions";
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Performance
        </Text>
        <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
          <Figure label={COUNTED.uses.count} value={number(campaign.uses)} {...orders}>
            <Note>{COUNTED.uses.note(number(campaign.redemptions), number(reversals))}</Note>
          </Figure>
          <Figure label="Gross revenue" value={money(campaign.revenueMinor, currency)} {...orders}>
            <Note>{`${money(campaign.refundMinor, currency)} refunded`}</Note>
          </Figure>
          <Figure label="Discount cost" value={money(campaign.discountMinor, currency)} {...orders}>
            <Note>Of orders that were not cancelled</Note>
          </Figure>
          <Figure
            label="Used so far"
            value={used ? formatUsed(used, locale) : "–"}
            {...(used ? orders : {})}
          >
            <Note>{used ? formatUsedBase(used, locale) : "Nothing to measure it against"}</Note>
          </Figure>
        </InlineGrid>
        {before && before.uses > 0 ? (
          <Text as="p" tone="subdued">
            {`Shopify counted ${number(before.uses)} ${plural(before.uses, "use", "uses")} before the discount was adopted, `}
            <When at={before.adoptedAt} />. They are in none of these figures.
          </Text>
        ) : null}
        <MeasureChoice measure={measure} onChange={setMeasure} />
        <DayBars
          title={`${unit} a day, last ${campaign.daily.length} ${plural(campaign.daily.length, "day", "days")}`}
          unit={unit}
          whole={!isMoney}
          days={campaign.daily.map((entry) => ({
            day: entry.day,
            value: isMoney ? entry.revenueMinor : entry.uses,
            hasLines: entry.hasLines,
          }))}
          urlOf={(each) => dayUrl(slice, each)}
          formatDay={day}
          formatValue={(value) => (isMoney ? money(value, currency) : number(value))}
          formatTick={(value) => (isMoney ? moneyShort(value) : numberShort(value))}
        />
      </BlockStack>
    </Card>
  );
}
