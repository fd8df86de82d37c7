import { Banner, BlockStack, Card, InlineStack, Link, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { readThreshold, thresholdText } from "#app/domain/calibration/read-threshold.ts";
import { highestScore } from "#app/domain/calibration/scale.ts";
import type { CalibrationSummary } from "#app/domain/calibration/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";

/** From which score on orders are flagged. */
export function ThresholdCard({
  scale: { knots, flagFrom, thresholdSet },
}: Pick<CalibrationSummary, "scale">) {
  const { percent } = useFormat();
  const verb = useFormVerb("Threshold set", ["flagFrom"], () => {});
  const [typed, setTyped] = useState(thresholdText(flagFrom));
  const highest = highestScore(knots);
  const read = readThreshold(typed);
  const isOutOfReach = read.ok && read.flagFrom >= highest;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Threshold
        </Text>
        <RefusedBanner title="Not set" message={verb.refused} />
        {flagFrom >= highest ? (
          <Banner tone="warning" title="Scores flag hardly anything">
            <p>
              {`The highest score in your shop is ${percent(highest)}, and orders are flagged from ${percent(flagFrom)} on: only exact rules still flag them. Set a lower threshold.`}
            </p>
          </Banner>
        ) : null}
        <TextField
          label="Orders are flagged from a score of"
          autoComplete="off"
          inputMode="decimal"
          suffix="%"
          value={typed}
          error={verb.errorOf("flagFrom")}
          {...(isOutOfReach && read.flagFrom !== flagFrom
            ? {
                helpText: `Hardly anything reaches that: the highest score in your shop is ${percent(highest)}.`,
              }
            : {})}
          onChange={setTyped}
        />
        <Text as="p" variant="bodySm" tone="subdued">
          From the next order on; flags there are stay.{" "}
          <Link url="/app/settings/policies/backtest">Try another one on past orders</Link> first.
        </Text>
        {thresholdSet ? (
          <Text as="p" variant="bodySm" tone="subdued">
            {`Set by ${thresholdSet.by} `}
            <When at={thresholdSet.at} />.
          </Text>
        ) : null}
        <InlineStack>
          <AllowedButton
            action="scale.manage"
            loading={verb.isBusy}
            onClick={() => verb.send("/app/settings/calibration/threshold", { flagFrom: typed })}
          >
            Set threshold
          </AllowedButton>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
