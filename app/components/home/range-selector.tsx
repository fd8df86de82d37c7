import { useSearchParams } from "@remix-run/react";
import { Button, ButtonGroup } from "@shopify/polaris";

export const RANGES = [7, 30, 90] as const;
export type RangeDays = (typeof RANGES)[number];

/** The range stands in the address, so that a link shows the same numbers to a colleague. */
export function RangeSelector({ days }: { days: RangeDays }) {
  const [, setParams] = useSearchParams();
  return (
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
  );
}
