import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Sparkline } from "#app/components/chart/sparkline.tsx";

type Props = {
  label: string;
  value: string;
  /** Where what is behind it stands, and what that is when it is not orders: "the running campaigns". */
  url?: string;
  behind?: string;
  /** What stands below the value: the trend, or the base of a rate. */
  note: ReactNode;
  spark?: { values: readonly number[]; label: string };
};

export function MetricCard({ label, value, url, behind = "the orders", note, spark }: Props) {
  return (
    <Card padding="300" roundedAbove="xs">
      <BlockStack gap="150">
        <Text as="h3" variant="bodySm" fontWeight="medium" tone="subdued">
          {label}
        </Text>
        <Text as="p" variant="headingLg" numeric>
          {url ? (
            <Link
              url={url}
              removeUnderline
              accessibilityLabel={`${label}: ${value}. See ${behind}`}
            >
              {value}
            </Link>
          ) : (
            value
          )}
        </Text>
        {note}
        {spark ? <Sparkline values={spark.values} label={spark.label} /> : null}
      </BlockStack>
    </Card>
  );
}
