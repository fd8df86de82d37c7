import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { QueueEntry, QueueReason } from "#app/domain/discount/sync.ts";
import { RetrySyncButton } from "#app/components/campaign/retry-sync-button.tsx";
import { StopSyncButton } from "#app/components/campaign/stop-sync-button.tsx";
import { askedByWords } from "#app/components/campaign/detail/asked-by-words.ts";
import { changesAnything, planWords } from "#app/components/campaign/detail/operation-words.ts";
import { CodesOnTheirWay } from "#app/components/campaign/detail/sync-card.tsx";
import { costWords, syncSentence } from "#app/components/campaign/detail/sync-words.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";

type Look = { label: string; tone?: NonNullable<BadgeProps["tone"]> };

const LOOKS: Record<QueueReason, Look> = {
  turn: { label: "In line" },
  working: { label: "Being sent", tone: "info" },
  rate: { label: "Waits for Shopify’s rate", tone: "attention" },
  no_answer: { label: "Tried again by itself", tone: "attention" },
  codes: { label: "Codes being made", tone: "info" },
  failed: { label: "Needs you", tone: "critical" },
};

/** One campaign on its way: why it is not there, what is to be done, and what a person can do about it. */
export function QueueItem({ entry }: { entry: QueueEntry }) {
  const { locale, number, relative } = useFormat();
  const { campaign, reason, plan, codes } = entry;
  const isFailed = reason === "failed";
  const { label, ...look } = LOOKS[reason];
  return (
    <InlineStack align="space-between" blockAlign="start" gap="300" wrap>
      <div className="bf-queued">
        <BlockStack gap="100" inlineAlign="start">
          <Badge {...look}>{label}</Badge>
          <Text as="h3" fontWeight="semibold" breakWord>
            <Link url={`/app/campaigns/${campaign.id}`} removeUnderline>
              {campaign.name}
            </Link>
          </Text>
          <Text as="p" breakWord {...(isFailed ? { tone: "critical" } : {})}>
            {syncSentence(entry, { hasConflict: false, relative })}
          </Text>
        </BlockStack>
        {codes ? <CodesOnTheirWay entry={entry} codes={codes} /> : null}
        {changesAnything(plan.operations) ? (
          <Text as="p" breakWord tone="subdued">
            {`${planWords(plan.operations, { locale, number })} · ${costWords(plan, number)}`}
          </Text>
        ) : null}
        <Text as="p" variant="bodySm" tone="subdued">
          {`Asked ${askedByWords(entry.askedBy)}, `}
          <When at={entry.since} />
        </Text>
      </div>
      {isFailed ? (
        <RetrySyncButton campaignId={campaign.id} />
      ) : (
        <StopSyncButton campaignId={campaign.id} />
      )}
    </InlineStack>
  );
}
