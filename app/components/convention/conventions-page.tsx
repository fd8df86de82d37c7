import { BlockStack, Card, EmptyState, Page } from "@shopify/polaris";
import type { ConventionSummary } from "#app/domain/naming/summary.ts";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { ConventionCard } from "./convention-card.tsx";

/** How campaigns are named: each convention with a name that follows it, and who still follows an older version. */
export function ConventionsPage({ conventions }: { conventions: readonly ConventionSummary[] }) {
  const make = useAllowedLink("convention.edit", "/app/settings/conventions/new");
  const learn = useAllowedLink("convention.edit", "/app/settings/conventions/learn");
  return (
    <Page
      title="Conventions"
      subtitle="A name that follows a convention says what a campaign is about, to people and to reports."
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{ content: "New convention", ...make }}
      secondaryActions={[
        { content: "Learn from your codes", ...learn },
        { content: "Fields", url: "/app/settings/naming/fields" },
        { content: "Name checks", url: "/app/settings/naming/checks" },
      ]}
    >
      <BlockStack gap="400">
        {conventions.length === 0 ? (
          <Card>
            <EmptyState
              heading="Choose how campaigns are named"
              image={emptyDrawing}
              action={{ content: "Make a convention", ...make }}
              secondaryAction={{ content: "Learn from your codes", ...learn }}
            >
              <p>{"Start with {season}{yy}_{offer}: it makes names such as SUMMER26_FREESHIP."}</p>
            </EmptyState>
          </Card>
        ) : (
          conventions.map((convention) => (
            <ConventionCard key={convention.id} convention={convention} />
          ))
        )}
      </BlockStack>
    </Page>
  );
}
