import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { ChangePreview } from "#app/domain/schedule/change.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { PlanList } from "../plan-list.tsx";
import { factLines } from "./action-words.ts";
import { ShopTime } from "./shop-time.tsx";
import { warningWords } from "./warning-words.ts";

/** What a change will do, before it is done: on the campaign, in Shopify, and to other changes. */
export function ChangePreviewBox({ preview }: { preview: ChangePreview }) {
  const format = useFormat();
  const lines = factLines(preview.before, preview.after, format);
  return (
    <BlockStack gap="300">
      {preview.warnings.length > 0 ? (
        <Banner tone="warning" title="Before you confirm">
          <BlockStack gap="100">
            {preview.warnings.map((warning) => (
              <p key={JSON.stringify(warning)}>{warningWords(warning, format)}</p>
            ))}
          </BlockStack>
        </Banner>
      ) : null}
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {preview.isNow ? (
            "What changes now"
          ) : (
            <>
              What changes on <ShopTime at={preview.dueAt} />
            </>
          )}
        </Text>
        {lines.map(({ label, before, after }) => (
          <Text as="p" key={label} breakWord>
            {`${label}: ${before} → ${after}`}
          </Text>
        ))}
      </BlockStack>
      <PlanList title="What is asked of Shopify" plan={preview} />
      <Text as="p" variant="bodySm" tone="subdued">
        {preview.undo}
      </Text>
    </BlockStack>
  );
}
