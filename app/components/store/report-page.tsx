import {
  Box,
  Card,
  IndexTable,
  Link,
  Page as PolarisPage,
  Tabs,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import type { Finding, FindingCounts, FindingKind } from "#app/domain/adoption/report/finding.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { ListCount } from "#app/components/list/list-count.tsx";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useDownload } from "#app/components/list/use-download.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { KIND_LABELS, KIND_TABS, KIND_TEXTS } from "./report-query.ts";

type Props = { kind: FindingKind; counts: FindingCounts; page: Page<Finding> };

/** What should be put right in the store, each with where to do it. */
export function ReportPage({ kind, counts, page }: Props) {
  const { number } = useFormat();
  const { change, isLoading } = useListAddress();
  const download = useDownload();
  const { smDown } = useBreakpoints();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <PolarisPage
      fullWidth
      title="Report on your store"
      subtitle="As of the last reading, with what was changed in campaigns since."
      backAction={{ content: "Your store’s discounts", url: "/app/settings/store" }}
      secondaryActions={[
        {
          content: "Export",
          loading: download.isBusy,
          disabled: total === 0,
          onAction: () => void download.start("/app/settings/store/report/export"),
        },
      ]}
    >
      <RefusedBanner title="Not exported" message={download.problem} />
      <Card padding="0">
        <Tabs
          tabs={KIND_TABS.map((each) => ({
            id: each,
            content: `${KIND_LABELS[each]} (${number(counts[each])})`,
          }))}
          selected={KIND_TABS.indexOf(kind)}
          onSelect={(index) => change({ kind: KIND_TABS[index] ?? null })}
        />
        <Box padding="400">
          <Text as="p" tone="subdued">
            {KIND_TEXTS[kind]}
          </Text>
        </Box>
        {page.rows.length === 0 ? (
          <Box padding="400">
            <Text as="p" alignment="center">
              Nothing of this kind was found.
            </Text>
          </Box>
        ) : (
          <IndexTable
            condensed={smDown}
            selectable={false}
            loading={isLoading}
            itemCount={page.rows.length}
            resourceName={{ singular: "finding", plural: "findings" }}
            headings={[
              { title: "Discount" },
              { title: "What" },
              { title: "Codes", alignment: "end" },
            ]}
            {...pagesOf(page, (cursor) => change({ cursor }))}
          >
            {page.rows.map((finding, index) => (
              <FindingRow
                key={`${finding.discount.id} ${finding.reason}`}
                finding={finding}
                index={index}
                isCondensed={smDown}
              />
            ))}
          </IndexTable>
        )}
        <ListCount total={page.total} one="finding" many="findings" />
      </Card>
    </PolarisPage>
  );
}

type RowProps = { finding: Finding; index: number; isCondensed: boolean };

function FindingRow({ finding, index, isCondensed }: RowProps) {
  const { number } = useFormat();
  const { discount, campaign, reason, codes } = finding;
  const row = { id: `${discount.id}-${index}`, position: index };
  const link = campaign ? (
    <Link url={`/app/campaigns/${campaign.id}`} removeUnderline>
      {campaign.name}
    </Link>
  ) : (
    <Link url={`shopify://admin/discounts/${discount.id}`} target="_top" removeUnderline>
      {discount.title || "Without a title"}
    </Link>
  );
  const said = (
    <Text as="p" breakWord>
      {reason}
    </Text>
  );
  if (isCondensed) {
    return (
      <IndexTable.Row {...row}>
        <div className="bf-condensed">
          {link}
          {said}
          <Text as="p" variant="bodySm" tone="subdued">
            {`${number(codes)} ${plural(codes, "code", "codes")}`}
          </Text>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row {...row}>
      <IndexTable.Cell>{link}</IndexTable.Cell>
      <IndexTable.Cell>
        <div className="bf-wrap">{said}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {number(codes)}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
