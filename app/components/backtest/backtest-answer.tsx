import { Banner, BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { BacktestSummary } from "#app/domain/backtest/backtest.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
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
        {last.state === "running" ? <Progress last={last} /> : null}
        {last.state === "failed" ? (
          <Banner tone="critical">
            <p>{last.error}</p>
          </Banner>
        ) : null}
        {last.state === "cancelled" ? (
          <Text as="p" tone="subdued">
            It was stopped before there was an answer.
          </Text>
        ) : null}
        {last.result ? <BacktestResult last={last} result={last.result} /> : null}
      </BlockStack>
    </Card>
  );
}

function Progress({ last }: { last: BacktestSummary }) {
  const { number } = useFormat();
  const id = useId();
  const stop = useVerb("Stopped");
  const { done, total } = last;
  const counted = total ?? 0;
  return (
    <BlockStack gap="200">
      <div role="status">
        <Text as="p" id={id} numeric>
          {total === null
            ? "Looking for the orders. You can leave this page: it goes on."
            : `${number(done)} of ${number(counted)} ${plural(counted, "person or ring", "people and rings")} judged. You can leave this page: it goes on.`}
        </Text>
      </div>
      <ProgressBar
        size="small"
        tone="primary"
        progress={counted === 0 ? 0 : Math.floor((done / counted) * 100)}
        ariaLabelledBy={id}
        animated={false}
      />
      <InlineStack>
        <AllowedButton
          action="flag.view"
          loading={stop.isBusy}
          onClick={() => stop.send("/app/settings/policies/backtest/cancel", { id: last.id })}
        >
          Stop
        </AllowedButton>
      </InlineStack>
    </BlockStack>
  );
}
