import { Box, Card, Page as PolarisPage } from "@shopify/polaris";
import { useLocation } from "@remix-run/react";
import type { CodeAnswer, CodeSummary, SavedView } from "#app/domain/code/summary.ts";
import { COUNTED_UP_TO } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { NothingFound } from "#app/components/list/nothing-found.tsx";
import { useDownload } from "#app/components/list/use-download.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { ViewTabs } from "#app/components/list/view-tabs.tsx";
import { CodeAnswerBox } from "./code-answer.tsx";
import type { CodeChoices } from "./code-filters.tsx";
import { CodeFilters } from "./code-filters.tsx";
import { CodeTable } from "./code-table.tsx";
import type { CodeListQuery } from "./list-query.ts";
import { filtersIn, isUnfiltered } from "./list-query.ts";
import { NoCodes } from "./no-codes.tsx";
import { useHolder } from "./use-holder.ts";

type Props = {
  page: Page<CodeSummary>;
  query: CodeListQuery;
  choices: CodeChoices;
  views: readonly SavedView[];
  /** What there is to say of the code that was searched for and is in no list. */
  answer: CodeAnswer | null;
};

/** Where is this code, and is it used? */
export function CodesPage({ page, query, choices, views, answer }: Props) {
  const filters = filtersIn(useLocation().search);
  const { change, open, isLoading } = useListAddress();
  const person = useHolder(filters);
  const download = useDownload();
  const bring = useAllowedLink("campaign.edit", "/app/codes/import");
  const shown = person.page ?? page;
  const isBusy = isLoading || person.isLoading;
  const exportCodes = (ids: readonly string[] = []) => {
    const chosen = ids.length > 0 ? { ids: ids.join(",") } : {};
    if (person.holder !== null) {
      const fields = { ...chosen, query: filters, holder: person.holder };
      return void download.start("/app/codes/export", fields);
    }
    const asked = new URLSearchParams([...new URLSearchParams(filters), ...Object.entries(chosen)]);
    return void download.start(`/app/codes/export?${asked}`);
  };
  const hasNothing = isUnfiltered(query) && person.holder === null && page.rows.length === 0;
  return (
    <PolarisPage
      fullWidth
      title="Codes"
      backAction={{ content: "Home", url: "/app" }}
      primaryAction={{ content: "Import codes", ...bring }}
      secondaryActions={[
        { content: "Why not?", url: "/app/why-not" },
        {
          content: "Export",
          loading: download.isBusy,
          disabled: shown.rows.length === 0,
          onAction: () => exportCodes(),
        },
      ]}
    >
      <RefusedBanner title="Not exported" message={download.problem} />
      <RefusedBanner title="Not found" message={person.refused} />
      {hasNothing && views.length === 0 ? (
        <NoCodes />
      ) : (
        <Card padding="0">
          <ViewTabs views={views} present={filters} path="/app/codes" onOpen={open} />
          <CodeFilters
            query={query}
            choices={choices}
            holder={person.holder}
            onHolder={person.find}
            isLoading={isBusy}
          />
          {shown.rows.length > 0 ? (
            <CodeTable
              page={shown}
              isLoading={isBusy}
              onPage={person.page ? person.go : (cursor) => change({ cursor })}
              onExport={exportCodes}
            />
          ) : (
            <Box padding="800">
              {answer && person.holder === null ? (
                <CodeAnswerBox
                  text={query.text}
                  answer={answer}
                  onSearch={(code) => open(new URLSearchParams({ q: code }).toString())}
                />
              ) : (
                <NothingFound what="codes" />
              )}
            </Box>
          )}
          <ListCount total={shown.total} one="code" many="codes" countedUpTo={COUNTED_UP_TO} />
        </Card>
      )}
    </PolarisPage>
  );
}
