import { BlockStack, Card, Text } from "@shopify/polaris";
import { onScale, type ScaleKnot } from "#app/domain/calibration/scale.ts";
import type { CalibrationSummary } from "#app/domain/calibration/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

type Props = Pick<CalibrationSummary, "scale" | "verdicts" | "fitted">;

/** Scores below are of no order that is flagged. */
const SHOWN_FROM = 0.5;

/** The scale in force beside the one that would follow from all decisions, and the button between them. */
export function ScaleCard({ scale, verdicts, fitted }: Props) {
  const { number, percent } = useFormat();
  const refit = useVerb("Scale fitted");
  const counted = (count: number) => `${number(count)} ${plural(count, "case", "cases")}`;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Scale
        </Text>
        <RefusedBanner title="Not fitted" message={refit.refused} />
        {scale.fitted === null ? (
          <Text as="p">As shipped: nothing was fitted to your shop yet.</Text>
        ) : (
          <Text as="p">
            {`Version ${scale.fitted.version}, fitted to ${counted(scale.verdicts)}, by ${scale.fitted.by} `}
            <When at={scale.fitted.at} />.
          </Text>
        )}
        <Knots fitted={fitted} now={scale.knots} />
        <Text as="p" variant="bodySm" tone="subdued">
          {`It is fitted again by itself after every ten decisions. With few of them it stays near the shipped one: ten move no score by more than a sixth, hundreds bring scores most of the way to what your staff found. ${percent(SHOWN_FROM)} and more are shown.`}
        </Text>
        <div>
          <AllowedButton
            action="scale.manage"
            loading={refit.isBusy}
            disabled={verdicts === 0}
            onClick={() => refit.send("/app/settings/calibration/refit")}
          >
            {verdicts === 0 ? "Fit to decided cases" : `Fit to ${counted(verdicts)}`}
          </AllowedButton>
        </div>
      </BlockStack>
    </Card>
  );
}

function Knots({ fitted, now }: { fitted: readonly ScaleKnot[]; now: readonly ScaleKnot[] }) {
  const { percent } = useFormat();
  return (
    <table className="bf-evidence">
      <caption className="bf-unseen">What scores mean in this shop</caption>
      <thead>
        <tr>
          <th scope="col">Shipped</th>
          <th scope="col">Now</th>
          <th scope="col">Fitted</th>
        </tr>
      </thead>
      <tbody>
        {fitted
          .filter(({ score }) => score >= SHOWN_FROM)
          .map(({ score, likely }) => (
            <tr key={score}>
              <th scope="row">{percent(score)}</th>
              <td>{percent(onScale(now, score))}</td>
              <td>{percent(likely)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
