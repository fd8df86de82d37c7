import { BlockStack, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { StatusBadge, SyncBadge } from "./status-badge.tsx";
import { Usage } from "./usage.tsx";
import { Validity } from "./validity.tsx";

export function CampaignTable({ page }: { page: Page<CampaignSummary> }) {
  const { change, isLoading } = useListAddress();
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: "campaign", plural: "campaigns" }}
      headings={[
        { title: "Campaign" },
        { title: "Status" },
        { title: "Uses" },
        { title: "Validity" },
        { title: "Revenue", alignment: "end" },
        { title: "Discount cost", alignment: "end" },
      ]}
      {...pagesOf(page, (cursor) => change({ cursor }))}
    >
      {page.rows.map((campaign, index) => (
        <CampaignRow key={campaign.id} campaign={campaign} index={index} isCondensed={smDown} />
      ))}
    </IndexTable>
  );
}

type RowProps = { campaign: CampaignSummary; index: number; isCondensed: boolean };

function CampaignRow({ campaign, index, isCondensed }: RowProps) {
  const { money, offer } = useFormat();
  const name = (
    <BlockStack gap="050">
      <Link url={`/app/campaigns/${campaign.id}`} dataPrimaryLink removeUnderline monochrome>
        <Text as="span" fontWeight="semibold" breakWord>
          {campaign.name}
        </Text>
      </Link>
      <Text as="span" variant="bodySm" tone="subdued">
        {offer(campaign.offer)}
      </Text>
    </BlockStack>
  );
  const state = (
    <InlineStack gap="100">
      <StatusBadge status={campaign.status} />
      {campaign.sync.state === "synced" ? null : <SyncBadge state={campaign.sync.state} />}
    </InlineStack>
  );
  if (isCondensed) {
    return (
      <IndexTable.Row id={campaign.id} position={index}>
        <div className="bf-condensed">
          {name}
          {state}
          <Usage campaign={campaign} />
          <Text as="p" variant="bodySm" tone="subdued">
            <Validity campaign={campaign} />
            {` · ${money(campaign.revenueMinor, campaign.currency)} revenue`}
          </Text>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={campaign.id} position={index}>
      <IndexTable.Cell>{name}</IndexTable.Cell>
      <IndexTable.Cell>{state}</IndexTable.Cell>
      <IndexTable.Cell>
        <Usage campaign={campaign} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Validity campaign={campaign} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {money(campaign.revenueMinor, campaign.currency)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {money(campaign.discountMinor, campaign.currency)}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
