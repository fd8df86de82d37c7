import { BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { CaseSummary } from "#app/domain/case/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { StateBadge, useKindWords } from "./case-badges.tsx";
import { Due } from "./due.tsx";
import { caseUrl } from "./list-query.ts";

type Props = {
  page: Page<CaseSummary>;
  search: string;
  /** The case the keys are at. */
  marked: string | null;
  /** The focus came to a row, by Tab or by mouse. */
  onMark: (index: number) => void;
  chosen: string[];
  selection: Pick<
    React.ComponentProps<typeof IndexTable>,
    "selectedItemsCount" | "onSelectionChange"
  >;
  bulk: NonNullable<React.ComponentProps<typeof IndexTable>["promotedBulkActions"]>;
  /** Behind the dots. */
  more: NonNullable<React.ComponentProps<typeof IndexTable>["bulkActions"]>;
};

export function CaseTable({ page, search, marked, onMark, chosen, selection, bulk, more }: Props) {
  const { change, isLoading } = useListAddress();
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: "case", plural: "cases" }}
      {...selection}
      promotedBulkActions={bulk}
      bulkActions={more}
      headings={[
        { title: "Case" },
        { title: "State" },
        { title: "Assigned to" },
        { title: "Due" },
        { title: "At stake", alignment: "end" },
      ]}
      {...pagesOf(page, (cursor) => change({ cursor }))}
    >
      {page.rows.map((found, index) => (
        <Row
          key={found.id}
          {...{ found, index, search }}
          isMarked={found.id === marked}
          onMark={() => onMark(index)}
          isChosen={chosen.includes(found.id)}
          isCondensed={smDown}
        />
      ))}
    </IndexTable>
  );
}

type RowProps = {
  found: CaseSummary;
  index: number;
  search: string;
  isMarked: boolean;
  onMark: () => void;
  isChosen: boolean;
  isCondensed: boolean;
};

function Row({ found, index, search, isMarked, onMark, isChosen, isCondensed }: RowProps) {
  const { money, number } = useFormat();
  const kinds = useKindWords();
  const count = found.orders.length;
  const stake = money(found.atStakeMinor, found.currency);
  const what = (
    <BlockStack gap="050">
      <span
        {...(isMarked ? { className: "bf-marked" } : {})}
        data-case={found.number}
        onFocus={onMark}
      >
        <Link url={caseUrl(found.id, search)} dataPrimaryLink removeUnderline monochrome>
          <Text as="span" fontWeight="semibold" breakWord>
            {found.sentence}
          </Text>
        </Link>
      </span>
      <Text as="span" variant="bodySm" tone="subdued" breakWord>
        {`Case ${found.number} · ${kinds(found)} · ${number(count)} ${plural(count, "order", "orders")}`}
      </Text>
    </BlockStack>
  );
  const who = found.assignee?.name ?? "Nobody";
  if (isCondensed) {
    return (
      <IndexTable.Row id={found.id} position={index} selected={isChosen}>
        <div className="bf-condensed">
          {what}
          <Text as="span" variant="bodySm" tone="subdued">
            <Due found={found} />
            {` · ${who} · ${stake} at stake`}
          </Text>
          <span>
            <StateBadge found={found} />
          </span>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={found.id} position={index} selected={isChosen}>
      <IndexTable.Cell>
        <div className="bf-wrap">{what}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <StateBadge found={found} />
      </IndexTable.Cell>
      <IndexTable.Cell>{who}</IndexTable.Cell>
      <IndexTable.Cell>
        <Due found={found} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {stake}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
