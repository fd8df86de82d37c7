import { IndexTable, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import { useEffect } from "react";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { CodeRow } from "./code-row.tsx";
import { useBulkActions } from "./use-bulk-actions.ts";
import { useCodeVerbs } from "./use-code-verbs.tsx";

type Props = {
  page: Page<CodeSummary>;
  isLoading: boolean;
  onPage: (cursor: string) => void;
  onExport: (ids: readonly string[]) => void;
};

/** The codes, to be chosen from. A choice belongs to the page it was made on. */
export function CodeTable({ page, isLoading, onPage, onExport }: Props) {
  const { smDown } = useBreakpoints();
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(page.rows);
  const shown = page.rows.map(({ id }) => id).join();
  useEffect(() => clearSelection(), [shown, clearSelection]);
  const chosen = page.rows.filter(({ id }) => selectedResources.includes(id));
  const verbs = useCodeVerbs();
  useRefreshWhile(page.rows.some(({ state }) => state === "pausing" || state === "retiring"));
  const bulk = useBulkActions(chosen, { onExport, onVerb: verbs.ask });
  return (
    <>
      {verbs.said}
      <RefusedBanner title="Not tried again" message={bulk.refused} />
      <RefusedBanner
        title="Not copied"
        message={bulk.isDenied ? "Your browser does not let this page copy. Export instead." : null}
      />
      <IndexTable
        condensed={smDown}
        loading={isLoading}
        itemCount={page.rows.length}
        resourceName={{ singular: "code", plural: "codes" }}
        selectedItemsCount={allResourcesSelected ? "All" : chosen.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={bulk.actions}
        bulkActions={bulk.more}
        headings={[
          { title: "Code" },
          { title: "State" },
          { title: "Campaign" },
          { title: "Last used" },
          { title: "Uses", alignment: "end" },
          { title: "Actions", hidden: true },
        ]}
        {...pagesOf(page, onPage)}
      >
        {page.rows.map((code, index) => (
          <CodeRow
            key={code.id}
            code={code}
            index={index}
            isChosen={selectedResources.includes(code.id)}
            isCondensed={smDown}
            onVerb={(verb) => verbs.ask(verb, [code])}
          />
        ))}
      </IndexTable>
    </>
  );
}
