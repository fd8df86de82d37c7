import { Text } from "@shopify/polaris";
import type { Estimate } from "#app/domain/backtest/backtest.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** How many are probably good customers, and what that rests on; with the interval, unless staff decided on all. */
export function Good({ estimate: { of, expected, low, high, decided } }: { estimate: Estimate }) {
  const { number } = useFormat();
  const tenths = (value: number) => number(Math.round(value * 10) / 10);
  if (of === 0) return "–";
  const range = decided === of ? "" : `${tenths(low)} to ${tenths(high)}; `;
  return (
    <>
      {`${tenths(expected)} of ${number(of)}`}
      <Text as="p" variant="bodySm" tone="subdued">
        {`${range}${decided === 0 ? "by their scores" : decided === of ? "decided by staff" : `${number(decided)} decided by staff`}`}
      </Text>
    </>
  );
}
