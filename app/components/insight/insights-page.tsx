import { BlockStack, Card, EmptyState, InlineStack, Page, Select, Text } from "@shopify/polaris";
import type { ByDimension } from "#app/domain/insight/by-dimension.ts";
import { INSIGHT_RANGES } from "#app/domain/insight/by-dimension.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { DimensionTable } from "./dimension-table.tsx";

/** What worked: numbers by one part of the names, over a range of days. Both stand in the address. */
export function InsightsPage({ answer }: { answer: ByDimension }) {
  const { day } = useFormat();
  const { change, isLoading } = useListAddress();
  const make = useAllowedLink("campaign.edit", "/app/campaigns/new");
  const { field, fields, range, rows } = answer;
  return (
    <Page
      title="Insights"
      subtitle="What codes brought, by what their names say."
      backAction={{ content: "Home", url: "/app" }}
    >
      {field === null ? (
        <Card>
          <EmptyState
            heading="See what works, by part of the name"
            image={emptyDrawing}
            action={{ content: "New campaign", ...make }}
          >
            <p>
              Once a campaign has a name, its season, channel, offer and other parts appear here
              with the redemptions and the revenue they brought.
            </p>
          </EmptyState>
        </Card>
      ) : (
        <Card>
          <BlockStack gap="400">
            <Text as="h2" variant="headingMd">
              By part of the name
            </Text>
            <InlineStack gap="300" blockAlign="end">
              <Select
                label="Part"
                options={fields.map(({ id, label }) => ({ value: id, label }))}
                value={field}
                disabled={isLoading}
                onChange={(id) => change({ field: id })}
              />
              <Select
                label="Days"
                options={INSIGHT_RANGES.map((days) => ({
                  value: String(days),
                  label: `Last ${days} days`,
                }))}
                value={String(range.days)}
                disabled={isLoading}
                onChange={(days) => change({ days })}
              />
              <Text as="p" variant="bodySm" tone="subdued">
                {`${day(range.from)} – ${day(range.to)}`}
              </Text>
            </InlineStack>
            <DimensionTable
              field={field}
              label={fields.find(({ id }) => id === field)?.label ?? field}
              rows={rows}
            />
          </BlockStack>
        </Card>
      )}
    </Page>
  );
}
