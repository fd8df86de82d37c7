import { IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from "@shopify/polaris";
import type { MappedFilter, MappingCounts } from "#app/domain/adoption/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { useTypedSearch } from "#app/components/list/use-typed-search.ts";
import { RESULT_LABELS, RESULT_TABS } from "./list-query.ts";

type Props = { filter: MappedFilter; counts: MappingCounts };

/** Tabs by what would become of a discount, with how many there are, and search by title or code. */
export function MappedFilters({ filter, counts }: Props) {
  const { number } = useFormat();
  const { change, isLoading } = useListAddress();
  const { typed, type } = useTypedSearch(filter.text, (text) =>
    change({ q: text }, { replace: true }),
  );
  const { mode, setMode } = useSetIndexFiltersMode(
    filter.text ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  return (
    <IndexFilters
      tabs={RESULT_TABS.map((result) => ({
        id: result,
        content: `${RESULT_LABELS[result]} (${number(counts[result])})`,
        isLocked: true,
      }))}
      selected={RESULT_TABS.indexOf(filter.result)}
      onSelect={(index) => {
        const result = RESULT_TABS[index];
        change({ as: result === undefined || result === "campaign" ? null : result });
      }}
      canCreateNewView={false}
      mode={mode}
      setMode={setMode}
      loading={isLoading}
      queryValue={typed}
      queryPlaceholder="Search by title, name or whole code"
      onQueryChange={type}
      onQueryClear={() => type("")}
      cancelAction={{ onAction: () => type("") }}
      filters={[]}
      appliedFilters={[]}
      onClearAll={() => type("")}
      hideFilters
    />
  );
}
