import { BlockStack, Card, Text } from "@shopify/polaris";
import type { TermNames } from "#app/domain/campaign/summary.ts";
import type { HistoryReplaySummary } from "#app/domain/replay/history.ts";
import { limitsSentence } from "#app/components/format/limit.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { JobState } from "#app/components/job/job-state.tsx";
import { triedNames } from "./tried-names.ts";
import { WhatIfResult } from "./what-if-result.tsx";

type Props = { last: HistoryReplaySummary; names: TermNames };

/** What was asked last, how far it is, and the answer. */
export function WhatIfAnswer({ last, names }: Props) {
  const { locale } = useFormat();
  const tried = triedNames(last.limits, names, locale);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {last.campaign.name}
          </Text>
          {tried.map(({ side, label, said }) => (
            <Text key={side} as="p">
              {`${tried.length > 1 ? label : "Tried"}: ${said}`}
            </Text>
          ))}
          <Text as="p" tone="subdued">
            {`Now: ${limitsSentence(last.limitsNow, names, locale)}.`}
          </Text>
          <Text as="p" tone="subdued">
            {`Asked by ${last.createdBy} `}
            <When at={last.createdAt} />.
          </Text>
        </BlockStack>
        <JobState
          job={last}
          say={(done, total, count) =>
            `${done} of ${total} ${plural(count, "customer", "customers")} judged`
          }
          stop={{ action: "campaign.edit", url: "/app/insights/what-if/cancel" }}
        />
        {last.result ? <WhatIfResult id={last.id} result={last.result} tried={tried} /> : null}
      </BlockStack>
    </Card>
  );
}
