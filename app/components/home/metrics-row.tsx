import { Box, InlineGrid, Text } from "@shopify/polaris";
import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import { rangeBefore } from "#app/domain/insight/range.ts";
import { formatUsed, formatUsedBase } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { linesUrl } from "#app/components/insight/lines-url.ts";
import { MetricCard } from "./metric-card.tsx";
import { Trend } from "./trend.tsx";

/** What the range brought, in the order people ask for it. */
export function MetricsRow({ dashboard }: { dashboard: Dashboard }) {
  const { number, money, locale } = useFormat();
  const review = useMay("flag.view");
  const { redemptions, revenueMinor, discountMinor, usedShare, openCases, range } = dashboard;
  const orders = linesUrl("shop:coded", range);
  const before = rangeBefore(range);
  const ordersBefore = linesUrl("shop:coded", before);
  const sum = (minor: number) => money(minor, dashboard.shop.currency);
  const spark = (label: string, daily: { value: number }[]) => ({
    values: daily.map((day) => day.value),
    label: `${label} a day over the last ${range.days} days`,
  });
  return (
    <Box paddingInline={{ xs: "300", sm: "0" }}>
      <InlineGrid columns={{ xs: 2, md: 3, lg: 5 }} gap="300">
        <MetricCard
          label="Redemptions"
          value={number(redemptions.value)}
          url={linesUrl("shop:redeemed", range)}
          note={
            <Trend
              measure={redemptions}
              days={range.days}
              before={number(redemptions.before)}
              url={linesUrl("shop:redeemed", before)}
              moreIs="good"
            />
          }
          spark={spark("Redemptions", redemptions.daily)}
        />
        <MetricCard
          label="Revenue with codes"
          value={sum(revenueMinor.value)}
          url={orders}
          note={
            <Trend
              measure={revenueMinor}
              days={range.days}
              before={sum(revenueMinor.before)}
              url={ordersBefore}
              moreIs="good"
            />
          }
          spark={spark("Revenue with codes", revenueMinor.daily)}
        />
        <MetricCard
          label="Discount cost"
          value={sum(discountMinor.value)}
          url={orders}
          note={
            <Trend
              measure={discountMinor}
              days={range.days}
              before={sum(discountMinor.before)}
              url={ordersBefore}
              moreIs="neutral"
            />
          }
          spark={spark("Discount cost", discountMinor.daily)}
        />
        <MetricCard
          label="Used so far"
          value={usedShare ? formatUsed(usedShare, locale) : "–"}
          {...(usedShare ? { url: "/app/campaigns?status=active" } : {})}
          behind="how much of each campaign was used"
          note={
            <Text as="p" variant="bodySm" tone="subdued">
              {usedShare
                ? formatUsedBase(usedShare, locale)
                : "No running campaign has unique codes or a total limit"}
            </Text>
          }
        />
        <MetricCard
          label="Open cases"
          value={number(openCases)}
          {...(openCases > 0 && review.may ? { url: "/app/review" } : {})}
          behind="them"
          note={
            <Text as="p" variant="bodySm" tone="subdued">
              {openCases === 0
                ? "Nothing to review"
                : review.may
                  ? "To be decided"
                  : "For reviewers to decide"}
            </Text>
          }
        />
      </InlineGrid>
    </Box>
  );
}
