import { Box, Card, EmptyState, Page as PolarisPage } from "@shopify/polaris";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { NothingFound } from "#app/components/list/nothing-found.tsx";
import { CodeFilters } from "./code-filters.tsx";
import { CodeTable } from "./code-table.tsx";
import type { CampaignChoice, CodeListQuery } from "./list-query.ts";

type Props = {
  page: Page<CodeSummary>;
  query: CodeListQuery;
  campaigns: readonly CampaignChoice[];
};

/** Where is this code, and is it used? */
export function CodesPage({ page, query, campaigns }: Props) {
  const isUnfiltered = query.text === "" && query.campaignId === null && query.state === "all";
  return (
    <PolarisPage fullWidth title="Codes" backAction={{ content: "Home", url: "/app" }}>
      {isUnfiltered && page.rows.length === 0 ? (
        <NoCodes />
      ) : (
        <Card padding="0">
          <CodeFilters query={query} campaigns={campaigns} />
          {page.rows.length === 0 ? (
            <Box padding="800">
              <NothingFound what="codes" />
            </Box>
          ) : (
            <CodeTable page={page} />
          )}
          <ListCount total={page.total} one="code" many="codes" />
        </Card>
      )}
    </PolarisPage>
  );
}

function NoCodes() {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  return (
    <Card>
      <EmptyState
        heading="No codes yet"
        image={emptyDrawing}
        action={{ content: "Create campaign", ...create }}
      >
        <p>
          Codes are made with a campaign. Each one appears here with where it is on its way to
          Shopify and how often it was used.
        </p>
        {create.helpText ? <p>{create.helpText}</p> : null}
      </EmptyState>
    </Card>
  );
}
