import { BlockStack, Card, InlineGrid, InlineStack, Page, Text } from "@shopify/polaris";
import type { CampaignReport, ChartDay } from "#app/domain/insight/report.ts";
import { TrendLines } from "#app/components/chart/trend-lines.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { Change } from "./change.tsx";
import { CheckoutsCard } from "./checkouts-card.tsx";
import { COUNTED } from "./counted-words.ts";
import { Distributions } from "./distributions.tsx";
import { ExportButton } from "./export-button.tsx";
import { Figure, Note } from "./figure.tsx";
import { LeaksCard } from "./leaks-card.tsx";
import { daysBefore, daysOf } from "./chart-days.ts";
import { linesUrl } from "./lines-url.ts";
import { Pace } from "./pace.tsx";
import { PeopleFigures } from "./people-figures.tsx";
import { WatchCard } from "./watch-card.tsx";
import { RangePicker } from "./range-picker.tsx";

/** What one campaign brought, what it cost, from whom, and what is left of it. */
export function ReportPage({ report }: { report: CampaignReport }) {
  const { params } = useListAddress();
  const { campaign, range, before } = report;
  const slice = `campaign:${campaign.id}`;
  const query = new URLSearchParams(params);
  query.set("slice", slice);
  return (
    <Page
      title={`Report of ${campaign.name}`}
      backAction={{ content: campaign.name, url: `/app/campaigns/${campaign.id}` }}
      secondaryActions={[
        { content: "Compare", url: `/app/insights/compare?${new URLSearchParams({ slice })}` },
        { content: "See orders", url: linesUrl(slice, range) },
      ]}
    >
      <BlockStack gap="400">
        <Card>
          <RangePicker range={range} before={before} />
        </Card>
        <Brought report={report} url={linesUrl(slice, range)} urlThen={linesUrl(slice, before)} />
        <Card>
          <BlockStack gap="400">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="h2" variant="headingMd">
                Day by day
              </Text>
              <ExportButton of="report" query={query.toString()} />
            </InlineStack>
            <DayLines
              title="Redemptions a day"
              days={report.uses}
              isMoney={false}
              campaign={campaign}
            />
            <DayLines
              title="Net revenue a day"
              days={report.netMinor}
              isMoney
              campaign={campaign}
            />
          </BlockStack>
        </Card>
        <CheckoutsCard report={report} />
        <LeaksCard leaks={report.leaks} />
        <WatchCard watch={report.watch} slice={slice} />
        <Distributions rows={report.distributions} campaignId={campaign.id} range={range} />
        <Card>
          <BlockStack gap="400">
            <Text as="h2" variant="headingMd">
              Customers
            </Text>
            <PeopleFigures
              people={report.people}
              returns={report.returns}
              slice={slice}
              range={range}
            />
          </BlockStack>
        </Card>
        <Pace report={report} />
      </BlockStack>
    </Page>
  );
}

type BroughtProps = { report: CampaignReport; url: string; urlThen: string };

function Brought({ report, url, urlThen }: BroughtProps) {
  const { number, money } = useFormat();
  const { now, then } = report;
  const average = now.averageMinor;
  return (
    <Card>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        <Figure label={COUNTED.uses.count} value={number(now.uses)} url={url}>
          <Change now={now.uses} then={then.uses} say={number} url={urlThen} />
          <Note>{COUNTED.uses.note(number(now.redemptions), number(now.reversals))}</Note>
        </Figure>
        <Figure label="Net revenue" value={money(now.netMinor)} url={url}>
          <Change now={now.netMinor} then={then.netMinor} say={money} url={urlThen} />
          <Note>{`${money(now.revenueMinor)} gross, ${money(now.refundMinor)} refunded`}</Note>
        </Figure>
        <Figure label="Discount cost" value={money(now.discountMinor)} url={url}>
          <Change now={now.discountMinor} then={then.discountMinor} say={money} url={urlThen} />
        </Figure>
        <Figure
          label={COUNTED.uses.average}
          value={average === null ? "–" : money(average)}
          {...(average === null ? {} : { url })}
        >
          <Change now={average} then={then.averageMinor} say={money} url={urlThen} />
        </Figure>
      </InlineGrid>
    </Card>
  );
}

type LinesProps = {
  title: string;
  days: readonly ChartDay[];
  isMoney: boolean;
  campaign: CampaignReport["campaign"];
};

function DayLines({ title, days, isMoney, campaign }: LinesProps) {
  const { day, number, numberShort, money, moneyShort } = useFormat();
  const slice = `campaign:${campaign.id}`;
  return (
    <TrendLines
      title={isMoney ? `${title} (${campaign.currency})` : title}
      axis={{
        name: "Day",
        places: days.map((each) => day(each.day)),
      }}
      series={[
        { name: "These days", ...daysOf(slice, days) },
        { name: "The days before", ...daysBefore(slice, days), thin: true },
      ]}
      whole={!isMoney}
      formatValue={isMoney ? money : number}
      formatTick={isMoney ? moneyShort : numberShort}
    />
  );
}
