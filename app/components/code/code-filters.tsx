import { ChoiceList, Filters } from "@shopify/polaris";
import { CODE_STATE_LABELS } from "#app/domain/code/summary.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { useTypedSearch } from "#app/components/list/use-typed-search.ts";
import type { CampaignChoice, CodeListQuery } from "./list-query.ts";
import { CODE_STATES } from "./list-query.ts";

type Props = { query: CodeListQuery; campaigns: readonly CampaignChoice[] };

/** Search, and what is filtered as chips; both stand in the address. */
export function CodeFilters({ query, campaigns }: Props) {
  const { change, isLoading } = useListAddress();
  const { typed, type } = useTypedSearch(query.text, (text) =>
    change({ q: text }, { replace: true }),
  );
  const { campaignId, state } = query;
  const campaign = campaigns.find(({ id }) => id === campaignId);
  const applied = [
    ...(state === "all"
      ? []
      : [
          {
            key: "state",
            label: CODE_STATE_LABELS[state],
            onRemove: () => change({ state: null }),
          },
        ]),
    ...(campaignId === null
      ? []
      : [
          {
            key: "campaign",
            label: `Campaign ${campaign?.name ?? campaignId}`,
            onRemove: () => change({ campaign: null }),
          },
        ]),
  ];
  return (
    <Filters
      queryValue={typed}
      queryPlaceholder="Search codes"
      loading={isLoading}
      onQueryChange={type}
      onQueryClear={() => type("")}
      onClearAll={() => {
        type("");
        change({ q: null, state: null, campaign: null });
      }}
      appliedFilters={applied}
      filters={[
        {
          key: "state",
          label: "State",
          pinned: true,
          filter: (
            <ChoiceList
              title="State"
              titleHidden
              choices={CODE_STATES.map((value) => ({ value, label: CODE_STATE_LABELS[value] }))}
              selected={state === "all" ? [] : [state]}
              onChange={([value]) => change({ state: value ?? null })}
            />
          ),
        },
        {
          key: "campaign",
          label: "Campaign",
          pinned: true,
          filter: (
            <ChoiceList
              title="Campaign"
              titleHidden
              choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
              selected={campaignId === null ? [] : [campaignId]}
              onChange={([value]) => change({ campaign: value ?? null })}
            />
          ),
        },
      ]}
    />
  );
}
