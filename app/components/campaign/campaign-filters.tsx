import { IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from "@shopify/polaris";
import { STATUS_LABELS } from "#app/domain/campaign/status.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { useTypedSearch } from "#app/components/list/use-typed-search.ts";
import type { CampaignListQuery } from "./list-query.ts";
import { CAMPAIGN_SORT_OPTIONS, CAMPAIGN_TABS } from "./list-query.ts";

/** Tabs by status, search and order of the campaign list. */
export function CampaignFilters({ query }: { query: CampaignListQuery }) {
  const { change, isLoading } = useListAddress();
  const { typed, type } = useTypedSearch(query.text, (text) =>
    change({ q: text }, { replace: true }),
  );
  const { mode, setMode } = useSetIndexFiltersMode(
    query.text ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const sorted = CAMPAIGN_SORT_OPTIONS.find(({ value }) => value.startsWith(`${query.sort} `));
  const tabs = CAMPAIGN_TABS.map((status) => ({
    id: status,
    content: status === "all" ? "All" : STATUS_LABELS[status],
    isLocked: true,
  }));
  return (
    <IndexFilters
      tabs={tabs}
      selected={CAMPAIGN_TABS.indexOf(query.status)}
      onSelect={(index) => {
        const status = CAMPAIGN_TABS[index];
        change({ status: status === undefined || status === "all" ? null : status });
      }}
      canCreateNewView={false}
      mode={mode}
      setMode={setMode}
      loading={isLoading}
      queryValue={typed}
      queryPlaceholder="Search campaigns by name"
      onQueryChange={type}
      onQueryClear={() => type("")}
      cancelAction={{ onAction: () => type("") }}
      sortOptions={[...CAMPAIGN_SORT_OPTIONS]}
      sortSelected={sorted ? [sorted.value] : []}
      onSort={([value]) => change({ sort: value?.split(" ")[0] ?? null })}
      filters={[]}
      appliedFilters={[]}
      onClearAll={() => type("")}
      hideFilters
    />
  );
}
