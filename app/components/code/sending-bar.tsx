import { BlockStack, Button, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { useFormat } from "#app/components/format/use-format.ts";

/** How much of a list has arrived, and that it is being read; `share` from 0 to 1. */
export function SendingBar({ share, onStop }: { share: number; onStop: () => void }) {
  const { percent } = useFormat();
  const id = useId();
  const isSent = share >= 1;
  return (
    <BlockStack gap="300">
      <div role="status">
        <Text as="p" id={id}>
          {isSent
            ? "Reading and checking your codes. A long list takes a minute; keep this page open."
            : "Sending your codes. Keep this page open."}
        </Text>
      </div>
      <ProgressBar
        size="small"
        tone="primary"
        progress={Math.floor(share * 100)}
        ariaLabelledBy={id}
        animated={false}
      />
      <InlineStack gap="300" blockAlign="center">
        {isSent ? null : (
          <Text as="span" tone="subdued" numeric>
            {percent(Math.floor(share * 100) / 100)}
          </Text>
        )}
        <Button onClick={onStop}>Stop</Button>
      </InlineStack>
    </BlockStack>
  );
}
