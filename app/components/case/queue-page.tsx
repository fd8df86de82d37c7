import { useLocation, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Box, Card, EmptyState, Page as PolarisPage, Select, Tabs } from "@shopify/polaris";
import { IndexTableSelectionType, useIndexResourceState } from "@shopify/polaris";
import { useState } from "react";
import type { CaseDecision } from "#app/domain/case/case.ts";
import { CASE_TABS, type CaseFilter, type CaseSummary } from "#app/domain/case/summary.ts";
import type { SavedView } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useArrivalFocus } from "#app/components/frame/use-arrival-focus.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { NothingFound } from "#app/components/list/nothing-found.tsx";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { ViewTabs } from "#app/components/list/view-tabs.tsx";
import { BulkModal } from "./bulk-modal.tsx";
import { CaseFilters, type Choices } from "./case-filters.tsx";
import { CaseTable } from "./case-table.tsx";
import { EMPTY_TABS, SORT_LABELS, TAB_LABELS } from "./case-labels.ts";
import { KeysModal } from "./keys-modal.tsx";
import { caseSearch, caseUrl, isNarrowed } from "./list-query.ts";
import { UndoBanner, useJustDecided } from "./undo-banner.tsx";
import { useCaseKeys } from "./use-case-keys.ts";
import { useTakeNext } from "./use-take-next.ts";

type Props = {
  page: Page<CaseSummary>;
  filter: CaseFilter;
  choices: Choices;
  views: readonly SavedView[];
};

/** The open cases of whoever is looking, where "Next unassigned" leads. */
const MINE = "assignee=me";

/** What must I decide next, and why? */
export function QueuePage({ page, filter, choices, views }: Props) {
  const search = caseSearch(useLocation().search);
  const navigate = useNavigate();
  const shopify = useAppBridge();
  const { change, open } = useListAddress();
  const { may, why } = useMay("flag.decide");
  const [isHelp, setHelp] = useState(false);
  const [bulk, setBulk] = useState<CaseDecision | "ask" | null>(null);
  const just = useJustDecided();
  const assign = useVerb("Assigned");
  const next = useTakeNext();
  const rows = page.rows.map((row) => ({ ...row, id: row.id }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(rows);
  const chosen = rows.filter(({ id }) => selectedResources.includes(id)).map(({ id }) => id);
  const from = (useLocation().state as { from?: string } | null)?.from;
  const [at, setAt] = useState(() =>
    Math.max(
      rows.findIndex(({ id }) => id === from),
      0,
    ),
  );
  const here = Math.min(at, rows.length - 1);
  const marked = rows[here] ?? null;
  const assignTo = (ids: readonly string[], assignee: string) =>
    may &&
    ids.length > 0 &&
    !assign.isBusy &&
    assign.send("/app/review/assign", { ids: ids.join(","), assignee });
  const mark = (place: number) => {
    const row = rows[place];
    const isOn = place > 0;
    const cursor = isOn ? page.next : page.previous;
    if (!row && cursor === null) {
      shopify.toast.show(isOn ? "This is the last case" : "This is the first case");
      return;
    }
    setAt(row ? place : isOn ? 0 : Infinity);
    if (row) linkOf(row)?.focus();
    else change({ cursor });
  };
  const tick = (id: string) =>
    handleSelectionChange(IndexTableSelectionType.Single, !selectedResources.includes(id), id);
  const decide = (decision: CaseDecision) =>
    chosen.length > 0
      ? setBulk(decision)
      : shopify.toast.show("Tick cases first (X), or open one (O)");
  const shown = [search, rows.map(({ id }) => id), bulk === null, next.isBusy].join(" ");
  useArrivalFocus(shown, () => (marked ? linkOf(marked) : emptyFocus()));
  useCaseKeys((key) => {
    const targets = chosen.length > 0 ? chosen : marked ? [marked.id] : [];
    if (key.kind === "next") mark(here + 1);
    if (key.kind === "previous") mark(here - 1);
    if (key.kind === "unassigned" && may) next.take();
    if (key.kind === "open" && marked) navigate(caseUrl(marked.id, search));
    if (key.kind === "assign") assignTo(targets, "me");
    if (key.kind === "help") setHelp(true);
    if (key.kind === "undo") just.undo();
    if (key.kind === "tick" && marked) tick(marked.id);
    if (key.kind === "decide" && may) decide(key.decision);
  });
  const isFiltered = isNarrowed(search);
  return (
    <PolarisPage
      fullWidth
      title="Review"
      subtitle="Orders that look wrong, by person. Nothing happens to a customer until somebody decides, unless your policy says so."
      backAction={{ content: "Home", url: "/app" }}
      primaryAction={{
        content: "Next unassigned",
        disabled: !may,
        ...(may ? {} : { helpText: why }),
        loading: next.isBusy,
        onAction: next.take,
      }}
      secondaryActions={[
        { content: "Policies", url: "/app/settings/policies" },
        { content: "Keys (?)", onAction: () => setHelp(true) },
      ]}
    >
      <div className="bf-notices">
        <UndoBanner {...just} />
        <RefusedBanner title="Not assigned" message={assign.refused ?? next.refused} />
      </div>
      {isHelp ? <KeysModal onClose={() => setHelp(false)} /> : null}
      {bulk === null ? null : (
        <BulkModal
          ids={chosen}
          decision={bulk === "ask" ? null : bulk}
          onClose={() => setBulk(null)}
          onDone={(decided) => {
            setBulk(null);
            clearSelection();
            navigate(`?${search}`, { state: { decided }, replace: true, preventScrollReset: true });
          }}
        />
      )}
      <Card padding="0">
        <Tabs
          tabs={CASE_TABS.map((tab) => ({ id: tab, content: TAB_LABELS[tab], panelID: "cases" }))}
          selected={CASE_TABS.indexOf(filter.tab)}
          onSelect={(index) => {
            const tab = CASE_TABS[index];
            change({ tab: tab === undefined || tab === "open" ? null : tab });
          }}
        />
        <div id="cases" role="tabpanel">
          {views.length > 0 || isFiltered || filter.sort !== "due" ? (
            <ViewTabs views={views} present={search} path="/app/review" onOpen={open} />
          ) : null}
          <CaseFilters filter={filter} choices={choices} />
          <Box padding="200">
            <div className="bf-sort">
              <Select
                label="Sort by"
                labelInline
                options={SORT_LABELS}
                value={filter.sort}
                onChange={(sort) => change({ sort: sort === "due" ? null : sort })}
              />
            </div>
          </Box>
          {rows.length > 0 ? (
            <CaseTable
              page={{ ...page, rows }}
              search={search}
              marked={marked?.id ?? null}
              onMark={setAt}
              chosen={selectedResources}
              selection={{
                selectedItemsCount: allResourcesSelected ? "All" : chosen.length,
                onSelectionChange: handleSelectionChange,
              }}
              more={choices.reviewers.map(({ id, name }) => ({
                content: `Assign to ${name}`,
                disabled: !may,
                onAction: () => assignTo(chosen, id),
              }))}
              bulk={[
                {
                  content: "Decide",
                  disabled: !may,
                  onAction: () => setBulk("ask"),
                },
                {
                  content: "Assign to me",
                  disabled: !may,
                  onAction: () => assignTo(chosen, "me"),
                },
                {
                  content: "Assign to nobody",
                  disabled: !may,
                  onAction: () => assignTo(chosen, ""),
                },
              ]}
            />
          ) : search === MINE && may ? (
            <Box id="no-cases" paddingInline="400" paddingBlockEnd="400">
              <EmptyState
                heading="You have no case open"
                image={emptyDrawing}
                action={{
                  content: "Take next unassigned",
                  onAction: next.take,
                  loading: next.isBusy,
                }}
              >
                <p>The one that is due first and that nobody has becomes yours.</p>
              </EmptyState>
            </Box>
          ) : isFiltered ? (
            <Box id="no-cases" padding="800">
              <NothingFound what="cases" />
            </Box>
          ) : (
            <Box id="no-cases" paddingInline="400" paddingBlockEnd="400">
              <EmptyState heading={EMPTY_TABS[filter.tab].heading} image={emptyDrawing}>
                <p>{EMPTY_TABS[filter.tab].text}</p>
              </EmptyState>
            </Box>
          )}
          <ListCount total={page.total} one="case" many="cases" />
        </div>
      </Card>
    </PolarisPage>
  );
}

function linkOf(row: CaseSummary | undefined): HTMLElement | null {
  return row ? document.querySelector<HTMLElement>(`[data-case="${row.number}"] a`) : null;
}

/** Where there is nothing to open: the way on, or the words that say so. */
function emptyFocus(): HTMLElement | null {
  const empty = document.getElementById("no-cases");
  return empty?.querySelector<HTMLElement>("button") ?? empty?.querySelector("p") ?? null;
}
