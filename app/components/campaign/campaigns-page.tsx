import { Box, Card, EmptyState, Page as PolarisPage } from "@shopify/polaris";
import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { NothingFound } from "#app/components/list/nothing-found.tsx";
import { CampaignFilters } from "./campaign-filters.tsx";
import { CampaignTable } from "./campaign-table.tsx";
import type { CampaignListQuery } from "./list-query.ts";

type Props = { page: Page<CampaignSummary>; query: CampaignListQuery };

/** What works, what is next, and what each brings. */
export function CampaignsPage({ page, query }: Props) {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  const isUnfiltered = query.status === "all" && query.text === "";
  return (
    <PolarisPage
      fullWidth
      title="Campaigns"
      backAction={{ content: "Home", url: "/app" }}
      primaryAction={{ content: "New campaign", ...create }}
    >
      {isUnfiltered && page.rows.length === 0 ? (
        <NoCampaigns />
      ) : (
        <Card padding="0">
          <CampaignFilters query={query} />
          {page.rows.length === 0 ? (
            <Box padding="800">
              <NothingFound what="campaigns" />
            </Box>
          ) : (
            <CampaignTable page={page} />
          )}
          <ListCount total={page.total} one="campaign" many="campaigns" />
        </Card>
      )}
    </PolarisPage>
  );
}

function NoCampaigns() {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  return (
    <Card>
      <EmptyState
        heading="Create your first campaign"
        image={emptyDrawing}
        action={{ content: "Create campaign", ...create }}
        secondaryAction={{ content: "Adopt your store’s discounts", url: "/app/settings/store" }}
      >
        <p>
          A campaign is one offer with its codes, its limits and its dates. Each one appears here
          with what it brought in.
        </p>
        {create.helpText ? <p>{create.helpText}</p> : null}
      </EmptyState>
    </Card>
  );
}
