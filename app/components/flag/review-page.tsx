import { Box, Card, EmptyState, Page as PolarisPage, Tabs } from "@shopify/polaris";
import type { FlagState, FlagSummary } from "#app/domain/flag/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { EMPTY_TABS, FLAG_STATE_LABELS, FLAG_TABS } from "./flag-labels.ts";
import { FlagTable } from "./flag-table.tsx";

type Props = { page: Page<FlagSummary>; state: FlagState | "all" };

/** What must I decide next, and why? */
export function ReviewPage({ page, state }: Props) {
  const { change } = useListAddress();
  const first = page.rows[0];
  const tabs = FLAG_TABS.map((tab) => ({
    id: tab,
    content: tab === "all" ? "All" : FLAG_STATE_LABELS[tab],
    panelID: "flags",
  }));
  return (
    <PolarisPage
      fullWidth
      title="Review"
      subtitle="Orders that look wrong. Nothing happens to a customer until somebody decides."
      backAction={{ content: "Home", url: "/app" }}
      {...(state === "open" && first
        ? { primaryAction: { content: "Review next", url: `/app/review/${first.id}` } }
        : {})}
    >
      <Card padding="0">
        <Tabs
          tabs={tabs}
          selected={FLAG_TABS.indexOf(state)}
          onSelect={(index) => {
            const tab = FLAG_TABS[index];
            change({ state: tab === undefined || tab === "open" ? null : tab });
          }}
        />
        <div id="flags" role="tabpanel">
          {page.rows.length === 0 ? (
            <Box paddingBlockEnd="400">
              <EmptyState heading={EMPTY_TABS[state].heading} image={emptyDrawing}>
                <p>{EMPTY_TABS[state].text}</p>
              </EmptyState>
            </Box>
          ) : (
            <>
              <FlagTable page={page} />
              <ListCount total={page.total} one="flag" many="flags" />
            </>
          )}
        </div>
      </Card>
    </PolarisPage>
  );
}
