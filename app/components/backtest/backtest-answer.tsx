import { BlockStack, Card, Text } from "@shopify/polaris";
import type { BacktestSummary } from "#app/domain/backtest/backtest.ts";
import { plural } from "#app/components/format/number.ts";
import { When } from "#app/components/format/when.tsx";
import { JobState } from "#app/components/job/job-state.tsx";
import { BacktestResult } from "./backtest-result.tsx";

/** What was tried last, how far it is, and the answer. */
export function BacktestAnswer({ last }: { last: BacktestSummary }) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            What would have happened
          </Text>
          <Text as="p" tone="subdued">
            {`Tried by ${last.createdBy} `}
            <When at={last.createdAt} />.
          </Text>
        </BlockStack>
        <JobState
          job={last}
          say={(done, total, count) =>
            `${done} of ${total} ${plural(count, "person or ring", "people and rings")} judged`
          }
          stop={{ action: "flag.view", url: "/app/settings/policies/backtest/cancel" }}
        />
        {last.result ? <BacktestResult last={last} result={last.result} /> : null}
      </BlockStack>
    </Card>
  );
}
