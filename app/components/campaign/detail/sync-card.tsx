import { BlockStack, Card, InlineStack, Link, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { CampaignSync, QueueEntry } from "#app/domain/discount/sync.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { RetrySyncButton } from "../retry-sync-button.tsx";
import { StopSyncButton } from "../stop-sync-button.tsx";
import { SyncBadge } from "../status-badge.tsx";
import { PlanList } from "./plan-list.tsx";
import { RunHistory } from "./run-history.tsx";
import { SyncPreview } from "./sync-preview.tsx";
import { secondsWords, syncSentence } from "./sync-words.ts";

type Props = { campaign: Pick<CampaignDetail, "id" | "sync">; sync: CampaignSync };

/** How the campaign stands to Shopify: where it is, what happens next, what was done before. */
export function SyncCard({ campaign: { id, sync: state }, sync }: Props) {
  const { relative } = useFormat();
  const { underWay } = sync;
  const hasConflict = sync.drift.some((each) => each.state === "open");
  const isFailed = state.state === "failed";
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Shopify sync
          </Text>
          <SyncBadge state={state.state} />
        </InlineStack>
        <BlockStack gap="100">
          <Text as="p" breakWord {...(isFailed ? { tone: "critical" } : {})}>
            {syncSentence(underWay, { hasConflict, relative })}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {state.syncedAt ? (
              <>
                Last brought up to date <When at={state.syncedAt} />
              </>
            ) : (
              "Not yet in Shopify"
            )}
          </Text>
        </BlockStack>
        {underWay?.codes ? <CodesOnTheirWay entry={underWay} codes={underWay.codes} /> : null}
        {underWay && underWay.plan.operations.length > 0 ? (
          <PlanList title={isFailed ? "What is left to do" : "What happens"} plan={underWay.plan} />
        ) : null}
        <InlineStack gap="200">
          {isFailed ? <RetrySyncButton campaignId={id} /> : null}
          {underWay && !isFailed ? <StopSyncButton campaignId={id} /> : null}
        </InlineStack>
        {underWay && !isFailed ? null : <SyncPreview campaignId={id} />}
        <RunHistory runs={sync.runs} />
        <Text as="p" variant="bodySm">
          <Link url="/app/settings/sync">See all that waits for Shopify</Link>
        </Text>
      </BlockStack>
    </Card>
  );
}

type Codes = NonNullable<QueueEntry["codes"]>;

/** How far its codes are, with the time the rest takes at least. */
export function CodesOnTheirWay({ entry, codes }: { entry: QueueEntry; codes: Codes }) {
  const { number } = useFormat();
  const id = useId();
  const { done, total } = codes;
  const { seconds } = entry.plan;
  const left = seconds < 1 ? "" : `, ${secondsWords(seconds, number)} left`;
  return (
    <BlockStack gap="100">
      <Text as="p" id={id} numeric>
        {`${number(done)} of ${number(total)} ${plural(total, "code", "codes")} in Shopify${left}.`}
      </Text>
      <ProgressBar
        size="small"
        tone="primary"
        progress={Math.floor((done / total) * 100)}
        ariaLabelledBy={id}
        animated={false}
      />
    </BlockStack>
  );
}
