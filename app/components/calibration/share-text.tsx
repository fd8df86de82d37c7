import { Text } from "@shopify/polaris";
import type { Precision } from "#app/domain/calibration/precision.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** "12 of 15", and below it the share with its range. */
export function ShareText({ precision: { right, of, interval } }: { precision: Precision }) {
  const { number, percent } = useFormat();
  if (!interval) return "–";
  const [low, high] = interval;
  return (
    <>
      {`${number(right)} of ${number(of)}`}
      <Text as="p" variant="bodySm" tone="subdued">
        {`${percent(right / of)}, ${percent(low)} to ${percent(high)}`}
      </Text>
    </>
  );
}
