import { BlockStack, Page } from "@shopify/polaris";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { SyncQueue } from "#app/domain/discount/sync.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { DriftList } from "./sync/drift-list.tsx";
import { DueList } from "./sync/due-list.tsx";
import { QueueCard } from "./sync/queue-card.tsx";
import { RateCard } from "./sync/rate-card.tsx";

type Props = { queue: SyncQueue; drift: readonly DriftSummary[] };

/** Everything that waits for Shopify, why, and for how long; and where both sides came apart. */
export function SyncPage({ queue, drift }: Props) {
  const goesOn = queue.entries.some(({ reason }) => reason !== "failed");
  useRefreshWhile(goesOn || queue.rate.waiting > 0);
  return (
    <Page
      title="Shopify sync"
      subtitle="What is on its way to Shopify, and what was changed there. This page updates by itself."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <BlockStack gap="400">
        <QueueCard queue={queue} />
        <DriftList drift={drift} />
        <RateCard queue={queue} />
        <DueList due={queue.due} />
      </BlockStack>
    </Page>
  );
}
