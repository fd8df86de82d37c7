import { IndexTable, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import { useEffect } from "react";
import type { MappedSummary } from "#app/domain/adoption/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { MappedRow } from "./mapped-row.tsx";

type Props = {
  page: Page<MappedSummary>;
  /** Without it nothing can be chosen. */
  onAdopt: ((ids: string) => void) | null;
};

/** The store's discounts, to be chosen from. A choice belongs to the page it was made on. */
export function MappedTable({ page, onAdopt }: Props) {
  const { change, isLoading } = useListAddress();
  const { smDown } = useBreakpoints();
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(page.rows);
  const shown = page.rows.map(({ id }) => id).join();
  useEffect(() => clearSelection(), [shown, clearSelection]);
  const chosen = page.rows.filter(({ id }) => selectedResources.includes(id));
  return (
    <IndexTable
      condensed={smDown}
      selectable={onAdopt !== null}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: "discount", plural: "discounts" }}
      selectedItemsCount={allResourcesSelected ? "All" : chosen.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={
        onAdopt
          ? [{ content: "Adopt", onAction: () => onAdopt(chosen.map(({ id }) => id).join(",")) }]
          : []
      }
      headings={[
        { title: "Discount" },
        { title: "Would become" },
        { title: "Codes", alignment: "end" },
      ]}
      {...pagesOf(page, (cursor) => change({ cursor }))}
    >
      {page.rows.map((mapped, index) => (
        <MappedRow
          key={mapped.id}
          mapped={mapped}
          index={index}
          isChosen={selectedResources.includes(mapped.id)}
          isCondensed={smDown}
        />
      ))}
    </IndexTable>
  );
}
