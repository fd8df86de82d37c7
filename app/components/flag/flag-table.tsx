import { Badge, BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { FlagSummary } from "#app/domain/flag/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { DECISION_LABELS, FLAG_KIND_LABELS, FLAG_STATE_LABELS } from "./flag-labels.ts";

export function FlagTable({ page }: { page: Page<FlagSummary> }) {
  const { change, isLoading } = useListAddress();
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: "flag", plural: "flags" }}
      headings={[
        { title: "What happened" },
        { title: "Order" },
        { title: "Campaign" },
        { title: "State" },
        { title: "Discount", alignment: "end" },
      ]}
      {...pagesOf(page, (cursor) => change({ cursor }))}
    >
      {page.rows.map((flag, index) => (
        <FlagRow key={flag.id} flag={flag} index={index} isCondensed={smDown} />
      ))}
    </IndexTable>
  );
}

export function FlagStateBadge({ flag }: { flag: Pick<FlagSummary, "state" | "decision"> }) {
  if (flag.decision) {
    return (
      <Badge tone={flag.decision.decision === "abuse" ? "critical" : "success"}>
        {DECISION_LABELS[flag.decision.decision]}
      </Badge>
    );
  }
  return (
    <Badge {...(flag.state === "open" ? { tone: "attention" as const } : {})}>
      {FLAG_STATE_LABELS[flag.state]}
    </Badge>
  );
}

type RowProps = { flag: FlagSummary; index: number; isCondensed: boolean };

function FlagRow({ flag, index, isCondensed }: RowProps) {
  const { money } = useFormat();
  const what = (
    <BlockStack gap="050">
      <Link url={`/app/review/${flag.id}`} dataPrimaryLink removeUnderline monochrome>
        <Text as="span" fontWeight="semibold" breakWord>
          {flag.title}
        </Text>
      </Link>
      <Text as="span" variant="bodySm" tone="subdued">
        {`${FLAG_KIND_LABELS[flag.kind]} · ${flag.code}`}
      </Text>
    </BlockStack>
  );
  const order = (
    <span>
      {flag.order.name}, <When at={flag.order.placedAt} />
    </span>
  );
  const discount = money(flag.order.discountMinor, flag.order.currency);
  if (isCondensed) {
    return (
      <IndexTable.Row id={flag.id} position={index}>
        <div className="bf-condensed">
          {what}
          <Text as="span" variant="bodySm" tone="subdued">
            {order}
            {` · ${discount} off`}
          </Text>
          <span>
            <FlagStateBadge flag={flag} />
          </span>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={flag.id} position={index}>
      <IndexTable.Cell>
        <div className="bf-wrap">{what}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>{order}</IndexTable.Cell>
      <IndexTable.Cell>{flag.campaign?.name ?? "No campaign"}</IndexTable.Cell>
      <IndexTable.Cell>
        <FlagStateBadge flag={flag} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {discount}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
