import { Banner, BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import type { TermNames } from "#app/domain/campaign/summary.ts";
import type { HistoryReplaySummary } from "#app/domain/replay/history.ts";
import { limitsSentence } from "#app/components/format/limit.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { WhatIfResult } from "./what-if-result.tsx";

type Props = { last: HistoryReplaySummary; names: TermNames };

/** What was asked last, how far it is, and the answer. */
export function WhatIfAnswer({ last, names }: Props) {
  const { locale } = useFormat();
  const said = (limits: readonly CampaignLimit[]) => `${limitsSentence(limits, names, locale)}.`;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {last.campaign.name}
          </Text>
          <Text as="p">{`Tried: ${said(last.limits)}`}</Text>
          <Text as="p" tone="subdued">
            {`Now: ${said(last.limitsNow)}`}
          </Text>
          <Text as="p" tone="subdued">
            {`Asked by ${last.createdBy} `}
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
        {last.result ? <WhatIfResult result={last.result} /> : null}
      </BlockStack>
    </Card>
  );
}

function Progress({ last }: Pick<Props, "last">) {
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
            : `${number(done)} of ${number(counted)} ${plural(counted, "customer", "customers")} judged. You can leave this page: it goes on.`}
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
          action="campaign.edit"
          loading={stop.isBusy}
          onClick={() => stop.send("/app/insights/what-if/cancel", { id: last.id })}
        >
          Stop
        </AllowedButton>
      </InlineStack>
    </BlockStack>
  );
}
