import { BlockStack, InlineStack } from "@shopify/polaris";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useDownload } from "#app/components/list/use-download.ts";

/** Which codes of an import are not in the batch that took it, and why, as a file. */
export function LeftOut({ importId }: { importId: string }) {
  const download = useDownload();
  return (
    <BlockStack gap="100">
      <InlineStack>
        <AllowedButton
          action="campaign.edit"
          variant="plain"
          loading={download.isBusy}
          onClick={() => void download.start(`/app/codes/imports/${importId}/problems`)}
        >
          Download which, as CSV
        </AllowedButton>
      </InlineStack>
      <RefusedBanner title="Not downloaded" message={download.problem} />
    </BlockStack>
  );
}
