import { useFetcher } from "@remix-run/react";
import {
  BlockStack,
  Card,
  FormLayout,
  InlineGrid,
  Link,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { BacktestPage, PolicyChoice } from "#app/domain/backtest/backtest.ts";
import { thresholdText } from "#app/domain/calibration/read-threshold.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { TryButton } from "#app/components/job/try-button.tsx";
import { SIDES } from "./way-words.ts";

type Props = Pick<BacktestPage, "policies" | "flagFrom"> & {
  /** Whether the answer to another form stands below. */
  hasLast: boolean;
};
type Way = { policy: string; flagFrom: string };
const SIDE_NAMES = ["first", "second"] as const;
/** Longer ones are cut off in the field. */
const FITS = 34;

/** What differs most from letting a person decide. */
const isOther = ({ value }: PolicyChoice) => value === "preset:once_a_period";

/** Which two ways to judge. */
export function BacktestForm({ policies, flagFrom, hasLast }: Props) {
  const fetcher = useFetcher<VerbAnswer>();
  const { percent } = useFormat();
  const now = { policy: "in_force", flagFrom: thresholdText(flagFrom) };
  const [ways, setWays] = useState<Record<"first" | "second", Way>>({
    first: now,
    second: { ...now, policy: policies.find(isOther)?.value ?? now.policy },
  });
  const answer = fetcher.data;
  const problems = answer && "refusal" in answer ? answer.problems : [];
  useFocusKept(fetcher.state !== "idle", answer !== undefined && "refusal" in answer);
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? false;
  const ask = () =>
    fetcher.submit(
      {
        ...{ "first.policy": ways.first.policy, "first.flagFrom": ways.first.flagFrom },
        ...{ "second.policy": ways.second.policy, "second.flagFrom": ways.second.flagFrom },
      },
      { method: "post", action: "/app/settings/policies/backtest" },
    );
  return (
    <Card>
      <BlockStack gap="400">
        {answer && "refusal" in answer && problems.length === 0 ? (
          <RefusedBanner title="Not tried" message={answer.refusal.message} />
        ) : null}
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          {SIDE_NAMES.map((side) => {
            const label = policies.find(({ value }) => value === ways[side].policy)?.label ?? "";
            const change = (changes: Partial<Way>) =>
              setWays({ ...ways, [side]: { ...ways[side], ...changes } });
            return (
              <BlockStack key={side} gap="300">
                <Text as="h2" variant="headingMd">
                  {SIDES[side]}
                </Text>
                <FormLayout>
                  <TextField
                    label="Orders are flagged from a score of"
                    autoComplete="off"
                    inputMode="decimal"
                    suffix="%"
                    helpText={`Now ${percent(flagFrom)}.`}
                    value={ways[side].flagFrom}
                    error={errorOf(`${side}.flagFrom`)}
                    onChange={(typed) => change({ flagFrom: typed })}
                  />
                  <Select
                    label="Policy"
                    options={policies.map(({ value, label }) => ({ value, label }))}
                    value={ways[side].policy}
                    error={errorOf(`${side}.policy`)}
                    helpText={label.length > FITS ? label : undefined}
                    onChange={(policy) => change({ policy })}
                  />
                </FormLayout>
              </BlockStack>
            );
          })}
        </InlineGrid>
        <TryButton action="flag.view" isBusy={fetcher.state !== "idle"} onTry={ask} />
        {problems.length > 0 && hasLast ? (
          <Text as="p" tone="critical">
            Not tried. What stands below is what was tried before.
          </Text>
        ) : null}
        <Text as="p" variant="bodySm" tone="subdued">
          Another limit of a campaign is tried under{" "}
          <Link url="/app/insights/what-if">What would this have done?</Link>
        </Text>
      </BlockStack>
    </Card>
  );
}
