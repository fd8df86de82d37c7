import { Box, Card, EmptyState, Page as PolarisPage, Pagination } from "@shopify/polaris";
import type { AuditEntry } from "#app/domain/audit/event.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { AuditItem } from "./audit-item.tsx";

/** Everything that was done in this shop, latest first. */
export function ActivityPage({ page }: { page: Page<AuditEntry> }) {
  const { change } = useListAddress();
  const { next, previous } = page;
  return (
    <PolarisPage
      title="Activity"
      subtitle="Who did what, and what it changed. Nothing here can be edited."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <Card padding="0">
        {page.rows.length === 0 ? (
          <EmptyState heading="Nothing yet" image={emptyDrawing}>
            <p>Each change to a campaign, a convention, a role or a decision appears here.</p>
          </EmptyState>
        ) : (
          <ul className="bf-list">
            {page.rows.map((entry) => (
              <li key={entry.id}>
                <Box paddingInline="400" paddingBlock="100">
                  <AuditItem entry={entry} />
                </Box>
              </li>
            ))}
          </ul>
        )}
        {next === null && previous === null ? null : (
          <Pagination
            type="table"
            hasNext={next !== null}
            hasPrevious={previous !== null}
            onNext={() => change({ cursor: next })}
            onPrevious={() => change({ cursor: previous })}
            label="Activity, latest first"
          />
        )}
      </Card>
    </PolarisPage>
  );
}
