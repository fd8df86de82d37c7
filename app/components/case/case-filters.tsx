import { ChoiceList, Filters, Select } from "@shopify/polaris";
import { CASE_DECISION_LABELS, CASE_DECISIONS } from "#app/domain/case/case.ts";
import type { CaseFilter } from "#app/domain/case/summary.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { useTypedSearch } from "#app/components/list/use-typed-search.ts";

export type Choices = {
  reviewers: readonly { id: string; name: string }[];
  campaigns: readonly { id: string; name: string }[];
  kinds: readonly SignalKind[];
};

type Props = { filter: CaseFilter; choices: Choices };

/** Search, and what is filtered as chips; all of it stands in the address. */
export function CaseFilters({ filter, choices }: Props) {
  const { change, isLoading } = useListAddress();
  const { typed, type } = useTypedSearch(filter.text, (text) =>
    change({ q: text }, { replace: true }),
  );
  const select = (label: string, name: string, value: string, options: [string, string][]) => (
    <Select
      label={label}
      options={options.map(([each, text]) => ({ value: each, label: text }))}
      value={value}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  );
  const assignees: [string, string][] = [
    ["", "Anybody"],
    ["me", "Me"],
    ["nobody", "Nobody"],
    ...choices.reviewers.map(({ id, name }): [string, string] => [id, name]),
  ];
  const kinds = choices.kinds.map((kind): [string, string] => [kind, KIND_LABELS[kind]]);
  const campaigns = choices.campaigns.map(({ id, name }): [string, string] => [id, name]);
  const decisions = CASE_DECISIONS.map((each): [string, string] => [
    each,
    CASE_DECISION_LABELS[each],
  ]);
  return (
    <Filters
      queryValue={typed}
      queryPlaceholder="Case number or order"
      loading={isLoading}
      onQueryChange={type}
      onQueryClear={() => type("")}
      onClearAll={() =>
        change({ q: null, assignee: null, kind: null, campaign: null, decision: null, due: null })
      }
      appliedFilters={chips({ filter, choices }, change)}
      filters={[
        {
          key: "assignee",
          label: "Assigned to",
          pinned: true,
          filter: select("Assigned to", "assignee", filter.assignee, assignees),
        },
        {
          key: "kind",
          label: "What looks wrong",
          pinned: true,
          filter: select("What looks wrong", "kind", filter.kind, [["", "Anything"], ...kinds]),
        },
        {
          key: "campaign",
          label: "Campaign",
          pinned: true,
          filter: select("Campaign", "campaign", filter.campaignId, [
            ["", "Any campaign"],
            ...campaigns,
          ]),
        },
        {
          key: "decision",
          label: "Decision",
          filter: select("Decision", "decision", filter.decision, [["", "Any"], ...decisions]),
        },
        {
          key: "due",
          label: "Late",
          filter: (
            <ChoiceList
              title="Late"
              titleHidden
              choices={[{ value: "over", label: "Only cases that are late" }]}
              allowMultiple
              selected={filter.isOverdue ? ["over"] : []}
              onChange={([value]) => change({ due: value ?? null })}
            />
          ),
        },
      ]}
    />
  );
}

function chips(
  { filter, choices }: Props,
  change: (changes: Record<string, string | null>) => void,
) {
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const chip = (name: string, isOn: boolean, label: string) =>
    isOn ? [{ key: name, label, onRemove: () => change({ [name]: null }) }] : [];
  const { assignee, kind, campaignId, decision, isOverdue } = filter;
  const who =
    assignee === "me" || assignee === "nobody" ? assignee : nameOf(choices.reviewers, assignee);
  return [
    ...chip("assignee", assignee !== "", `Assigned to ${who}`),
    ...chip("kind", kind !== "", kind === "" ? "" : KIND_LABELS[kind]),
    ...chip("campaign", campaignId !== "", `Campaign ${nameOf(choices.campaigns, campaignId)}`),
    ...chip("decision", decision !== "", decision === "" ? "" : CASE_DECISION_LABELS[decision]),
    ...chip("due", isOverdue, "Late"),
  ];
}
