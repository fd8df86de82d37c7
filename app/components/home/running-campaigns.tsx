import { BlockStack, Box, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import { SyncBadge } from "#app/components/campaign/status-badge.tsx";
import { Usage } from "#app/components/campaign/usage.tsx";
import { Validity } from "#app/components/campaign/validity.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { allLinesUrl } from "#app/components/insight/lines-url.ts";

type Props = { campaigns: readonly CampaignSummary[]; activeCodes: Dashboard["activeCodes"] };

/** What is running, and how well. Rows fold into cards on a phone. */
export function RunningCampaigns({ campaigns, activeCodes }: Props) {
  const { number } = useFormat();
  const { count, hasMore } = activeCodes;
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <BlockStack gap="050">
            <Text as="h2" variant="headingMd">
              Running campaigns
            </Text>
            <Text as="p" tone="subdued">
              {`${hasMore ? "More than " : ""}${number(count)} ${plural(count, "code", "codes")} can be used right now`}
            </Text>
          </BlockStack>
          <Link url="/app/campaigns">All campaigns</Link>
        </InlineStack>
      </Box>
      {campaigns.length === 0 ? (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            No campaign is running. Scheduled and ended ones are under Campaigns.
          </Text>
        </Box>
      ) : (
        <ul className="bf-list">
          {campaigns.map((campaign) => (
            <li key={campaign.id}>
              <Box padding="400">
                <RunningCampaign campaign={campaign} />
              </Box>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function RunningCampaign({ campaign }: { campaign: CampaignSummary }) {
  const { money, offer } = useFormat();
  return (
    <InlineGrid
      columns={{ xs: 1, md: "minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr)" }}
      gap="300"
      alignItems="center"
    >
      <BlockStack gap="100" inlineAlign="start">
        <Text as="span" fontWeight="semibold" breakWord>
          <Link url={`/app/campaigns/${campaign.id}`} removeUnderline monochrome>
            {campaign.name}
          </Link>
        </Text>
        <Text as="span" tone="subdued">
          {offer(campaign.offer)}
        </Text>
        {campaign.sync.state === "synced" ? null : <SyncBadge state={campaign.sync.state} />}
      </BlockStack>
      <Usage campaign={campaign} />
      <Text as="span">
        <Validity campaign={campaign} />
      </Text>
      <Text as="span" numeric>
        <Link url={allLinesUrl(`campaign:${campaign.id}`)} removeUnderline>
          {`${money(campaign.revenueMinor, campaign.currency)} revenue so far`}
        </Link>
      </Text>
    </InlineGrid>
  );
}
