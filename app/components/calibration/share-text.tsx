import { Link, Text } from "@shopify/polaris";
import type { CaseChoice, Precision } from "#app/domain/calibration/precision.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { decidedCasesUrl } from "./cases-url.ts";

type Props = { what: string; precision: Precision; choice: CaseChoice };

/** "12 of 15", which opens those cases, and below it the share with its range. */
export function ShareText({ what, precision: { right, of, interval }, choice }: Props) {
  const { number, percent } = useFormat();
  if (!interval) return "–";
  const [low, high] = interval;
  return (
    <>
      <Link
        url={decidedCasesUrl(choice)}
        accessibilityLabel={`${what}: ${number(right)} of ${number(of)} right. See the cases`}
      >
        {`${number(right)} of ${number(of)}`}
      </Link>
      <Text as="p" variant="bodySm" tone="subdued">
        {`${percent(right / of)}, ${percent(low)} to ${percent(high)}`}
      </Text>
    </>
  );
}
