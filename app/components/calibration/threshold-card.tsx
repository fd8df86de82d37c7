import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Link, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { thresholdText } from "#app/domain/calibration/read-threshold.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";

/** From which score on orders are flagged. */
export function ThresholdCard({ flagFrom }: { flagFrom: number }) {
  const fetcher = useFetcher<VerbAnswer>();
  const [typed, setTyped] = useState(thresholdText(flagFrom));
  const answer = fetcher.data;
  const refused = answer && "refusal" in answer ? answer : null;
  const problem = refused?.problems.find(({ field }) => field === "flagFrom");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Threshold
        </Text>
        <RefusedBanner
          title="Not set"
          message={refused && !problem ? refused.refusal.message : null}
        />
        <TextField
          label="Orders are flagged from a score of"
          autoComplete="off"
          inputMode="decimal"
          suffix="%"
          value={typed}
          error={problem?.message ?? false}
          onChange={setTyped}
        />
        <Text as="p" variant="bodySm" tone="subdued">
          From the next order on; flags there are stay.{" "}
          <Link url="/app/settings/policies/backtest">Try another one on past orders</Link> first.
        </Text>
        <InlineStack>
          <AllowedButton
            action="guard.manage"
            loading={fetcher.state !== "idle"}
            onClick={() =>
              fetcher.submit(
                { flagFrom: typed },
                { method: "post", action: "/app/settings/calibration/threshold" },
              )
            }
          >
            Set threshold
          </AllowedButton>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
