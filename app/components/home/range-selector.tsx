import { useSearchParams } from "@remix-run/react";
import { Button, ButtonGroup, InlineStack, Text } from "@shopify/polaris";

export const RANGES = [7, 30, 90] as const;
export type RangeDays = (typeof RANGES)[number];

/** The range stands in the address, so that a link shows the same numbers to a colleague. */
export function RangeSelector({ days }: { days: RangeDays }) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("days");
  const isUnused = asked !== null && !RANGES.some((range) => String(range) === asked);
  return (
    <InlineStack gap="300" blockAlign="center">
      <ButtonGroup variant="segmented">
        {RANGES.map((range) => (
          <Button
            key={range}
            pressed={range === days}
            accessibilityLabel={`Last ${range} days`}
            onClick={() => setParams({ days: String(range) }, { preventScrollReset: true })}
          >
            {`${range} days`}
          </Button>
        ))}
      </ButtonGroup>
      {isUnused ? (
        <Text as="span" tone="subdued">
          The days in the address are not used: 7, 30 or 90 can be shown here.
        </Text>
      ) : null}
    </InlineStack>
  );
}
