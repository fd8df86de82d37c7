import { Text } from "@shopify/polaris";
import type { Estimate } from "#app/domain/backtest/backtest.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** How many are probably good customers, with the interval, and what that rests on. */
export function Good({ estimate: { of, expected, low, high, decided } }: { estimate: Estimate }) {
  const { number } = useFormat();
  const tenths = (value: number) => number(Math.round(value * 10) / 10);
  if (of === 0) return "–";
  return (
    <>
      {`${tenths(expected)} of ${number(of)}`}
      <Text as="p" variant="bodySm" tone="subdued">
        {`${tenths(low)} to ${tenths(high)}; ${decided === 0 ? "by their scores" : `${number(decided)} decided by staff`}`}
      </Text>
    </>
  );
}
