import { BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import type { ReadingSummary } from "#app/domain/adoption/reading.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { readingSentence } from "./store-words.ts";

/** How far the reading of the store is. It goes on when the page is left. */
export function ReadingCard({ reading }: { reading: ReadingSummary }) {
  const { number } = useFormat();
  const cancel = useVerb("Reading stopped");
  const { done, total } = reading.progress;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Reading your store
          </Text>
          <AllowedButton
            action="campaign.edit"
            loading={cancel.isBusy}
            onClick={() => cancel.send("/app/settings/store/cancel")}
          >
            Cancel
          </AllowedButton>
        </InlineStack>
        <Text as="p" id="reading-progress" numeric>
          {readingSentence(reading, number)}
        </Text>
        <ProgressBar
          size="small"
          tone="primary"
          animated={false}
          ariaLabelledBy="reading-progress"
          progress={total > 0 ? Math.floor((done / total) * 100) : 0}
        />
        {reading.error ? (
          <Text as="p" tone="caution" breakWord>
            {reading.error}
          </Text>
        ) : null}
        <RefusedBanner title="Not stopped" message={cancel.refused} />
        <Text as="p" variant="bodySm" tone="subdued">
          {`You can leave this page: it goes on. Started by ${reading.createdBy}, `}
          <When at={reading.createdAt} />
        </Text>
      </BlockStack>
    </Card>
  );
}
