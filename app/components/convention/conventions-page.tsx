import { BlockStack, Card, EmptyState, InlineStack, Page, Text } from "@shopify/polaris";
import type { ConventionChoice } from "#app/components/campaign/form/binding.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";

/** How campaigns are named: each convention with a name that follows it. */
export function ConventionsPage({ conventions }: { conventions: readonly ConventionChoice[] }) {
  const make = useAllowedLink("convention.edit", "/app/settings/conventions/new");
  return (
    <Page
      title="Conventions"
      subtitle="A name that follows a convention says what a campaign is about, to people and to reports."
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{ content: "New convention", ...make }}
    >
      <BlockStack gap="400">
        {conventions.length === 0 ? (
          <Card>
            <EmptyState
              heading="Choose how campaigns are named"
              image={emptyDrawing}
              action={{ content: "Make a convention", ...make }}
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

function ConventionCard({ convention }: { convention: ConventionChoice }) {
  const { id, name, version, pattern, example, fields } = convention;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd" breakWord>
            {name}
          </Text>
          <AllowedButton action="convention.edit" url={`/app/settings/conventions/${id}`}>
            Edit
          </AllowedButton>
        </InlineStack>
        <dl className="bf-pair">
          <dt>Pattern</dt>
          <dd className="bf-code">{pattern}</dd>
          <dt>Example</dt>
          <dd className="bf-code">{example}</dd>
          <dt>Parts</dt>
          <dd>{fields.map(({ label }) => label).join(", ")}</dd>
          <dt>Version</dt>
          <dd>{version}</dd>
        </dl>
      </BlockStack>
    </Card>
  );
}
