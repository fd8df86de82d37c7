import { ChoiceList, Filters, Select } from "@shopify/polaris";
import type { DimensionChoice } from "#app/domain/code/summary.ts";
import { CODE_STATE_LABELS, CODE_STATES, USED_LABELS } from "#app/domain/code/summary.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { useTypedSearch } from "#app/components/list/use-typed-search.ts";
import { HolderFilter } from "./holder-filter.tsx";
import type { CampaignChoice, CodeListQuery } from "./list-query.ts";
import { partText } from "./list-query.ts";
import { PartFilter, partLabel } from "./part-filter.tsx";

export type CodeChoices = {
  campaigns: readonly CampaignChoice[];
  dimensions: readonly DimensionChoice[];
};

type Props = {
  query: CodeListQuery;
  choices: CodeChoices;
  holder: string | null;
  onHolder: (text: string) => void;
  isLoading: boolean;
};

/** Search, and what is filtered as chips. All of it but the person stands in the address. */
export function CodeFilters({ query, choices, holder, onHolder, isLoading }: Props) {
  const { change } = useListAddress();
  const { typed, type } = useTypedSearch(query.text, (text) =>
    change({ q: text }, { replace: true }),
  );
  const { campaignId, dimension, state, used } = query;
  return (
    <Filters
      queryValue={typed}
      queryPlaceholder="Search codes"
      loading={isLoading}
      onQueryChange={type}
      onQueryClear={() => type("")}
      onClearAll={() => {
        onHolder("");
        change({ q: null, state: null, used: null, campaign: null, part: null });
      }}
      appliedFilters={appliedOf({ query, choices, holder, onHolder, change })}
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
          key: "used",
          label: "Uses",
          pinned: true,
          filter: (
            <ChoiceList
              title="Uses"
              titleHidden
              choices={USED_CHOICES}
              selected={used === "all" ? [] : [used]}
              onChange={([value]) => change({ used: value ?? null })}
            />
          ),
        },
        {
          key: "campaign",
          label: "Campaign",
          pinned: true,
          filter: (
            <Select
              label="Campaign"
              options={[
                { value: "", label: "Any campaign" },
                ...choices.campaigns.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={campaignId ?? ""}
              onChange={(campaign) => change({ campaign })}
            />
          ),
        },
        {
          key: "part",
          label: "Part of the name",
          pinned: true,
          filter: (
            <PartFilter
              dimensions={choices.dimensions}
              chosen={dimension}
              onChoose={(part) => change({ part: part && partText(part) })}
            />
          ),
        },
        {
          key: "holder",
          label: "Given to",
          pinned: true,
          filter: <HolderFilter holder={holder} onFind={onHolder} />,
        },
      ]}
    />
  );
}

const USED_CHOICES = (["yes", "no"] as const).map((value) => ({
  value,
  label: USED_LABELS[value],
}));

type Applying = Omit<Props, "isLoading"> & {
  change: (changes: Record<string, string | null>) => void;
};

function appliedOf({ query, choices, holder, onHolder, change }: Applying) {
  const { state, used, campaignId, dimension } = query;
  const chip = (key: string, label: string, onRemove: () => void) => ({ key, label, onRemove });
  const campaign = choices.campaigns.find(({ id }) => id === campaignId)?.name ?? campaignId;
  return [
    ...(state === "all"
      ? []
      : [chip("state", CODE_STATE_LABELS[state], () => change({ state: null }))]),
    ...(used === "all" ? [] : [chip("used", USED_LABELS[used], () => change({ used: null }))]),
    ...(campaignId === null
      ? []
      : [chip("campaign", `Campaign ${campaign}`, () => change({ campaign: null }))]),
    ...(dimension === null
      ? []
      : [chip("part", partLabel(dimension, choices.dimensions), () => change({ part: null }))]),
    ...(holder === null ? [] : [chip("holder", `Given to ${holder}`, () => onHolder(""))]),
  ];
}
