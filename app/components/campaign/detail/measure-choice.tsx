import { Button, ButtonGroup } from "@shopify/polaris";

export type ChartMeasure = "redemptions" | "revenue";

const LABELS: Record<ChartMeasure, string> = { redemptions: "Redemptions", revenue: "Revenue" };

type Props = { measure: ChartMeasure; onChange: (measure: ChartMeasure) => void };

/** Which measure the chart shows; both have the same days. */
export function MeasureChoice({ measure, onChange }: Props) {
  return (
    <ButtonGroup variant="segmented">
      {(Object.keys(LABELS) as ChartMeasure[]).map((choice) => (
        <Button key={choice} pressed={choice === measure} onClick={() => onChange(choice)}>
          {LABELS[choice]}
        </Button>
      ))}
    </ButtonGroup>
  );
}
