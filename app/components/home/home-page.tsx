import { BlockStack, Box, Card, EmptyState, InlineStack, Page, Text } from "@shopify/polaris";
import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { AttentionList } from "./attention-list.tsx";
import { LiveCard } from "./live-card.tsx";
import { MetricsRow } from "./metrics-row.tsx";
import type { RangeDays } from "./range-selector.tsx";
import { RangeSelector } from "./range-selector.tsx";
import { RunningCampaigns } from "./running-campaigns.tsx";
import { SetupGuide } from "./setup-guide.tsx";

/** Whether nothing was ever made here: numbers would all be zero, and say nothing. */
function isNewShop(dashboard: Dashboard): boolean {
  return dashboard.setup.some(({ step, done }) => step === "campaign" && !done);
}

/** Is anything wrong? What is running, and how well? */
export function HomePage({ dashboard, days }: { dashboard: Dashboard; days: RangeDays }) {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  const isNew = isNewShop(dashboard);
  return (
    <Page
      title="Home"
      {...(isNew ? {} : { primaryAction: { content: "New campaign", ...create } })}
    >
      <BlockStack gap="400">
        {isNew ? <NewShop dashboard={dashboard} /> : <Overview dashboard={dashboard} days={days} />}
        <Box minHeight="16px" />
      </BlockStack>
    </Page>
  );
}

function NewShop({ dashboard }: { dashboard: Dashboard }) {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  return (
    <>
      <SetupGuide setup={dashboard.setup} />
      <Card>
        <EmptyState
          heading="Your first campaign starts here"
          image={emptyDrawing}
          action={{ content: "Create campaign", ...create }}
        >
          <p>
            Name a code, say what it takes off and how often each customer can use it. Redemptions,
            revenue and anything that looks wrong then appear on this page.
          </p>
        </EmptyState>
      </Card>
    </>
  );
}

function Overview({ dashboard, days }: { dashboard: Dashboard; days: RangeDays }) {
  const { days: said } = useFormat();
  const { range, shop } = dashboard;
  return (
    <>
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="p" tone="subdued">
            {`${said(range)}, against the ${range.days} days before · days in ${shop.timeZone}`}
          </Text>
          <RangeSelector days={days} />
        </InlineStack>
      </Box>
      <LiveCard live={dashboard.live} day={dashboard.range.to} />
      <MetricsRow dashboard={dashboard} />
      <AttentionList
        items={dashboard.attention}
        aside={dashboard.aside}
        endedLeaks={dashboard.endedLeaks}
      />
      <RunningCampaigns campaigns={dashboard.running} activeCodes={dashboard.activeCodes} />
      {/* Last, so that putting it away moves nothing that is being read. */}
      {dashboard.setup.length > 0 ? <SetupGuide setup={dashboard.setup} /> : null}
    </>
  );
}
