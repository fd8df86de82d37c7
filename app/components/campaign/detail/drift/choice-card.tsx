import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useDecision } from "./use-decision.ts";

type Words = { title: string; text: string; restore: string; keep: string };

/** Something is gone in Shopify, or was added there: two ways on, each said in full. */
export function ChoiceCard({ drift }: { drift: DriftSummary }) {
  const { number } = useFormat();
  const restore = useDecision(drift, "Shopify is being brought up to date.");
  const keep = useDecision(drift, "Decision saved");
  const words = wordsOf(drift, number);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd" id="conflict">
            {words.title}
          </Text>
          <Text as="p">
            {words.text} Found <When at={drift.foundAt} />.
          </Text>
        </BlockStack>
        <RefusedBanner title="Not done" message={restore.refused ?? keep.refused} />
        <InlineStack gap="200">
          <AllowedButton
            action="campaign.edit"
            variant="primary"
            loading={restore.isBusy}
            onClick={() => restore.decideAll("restore")}
          >
            {words.restore}
          </AllowedButton>
          <AllowedButton
            action="campaign.edit"
            loading={keep.isBusy}
            onClick={() => keep.decideAll("keep")}
          >
            {words.keep}
          </AllowedButton>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function wordsOf({ kind, count }: DriftSummary, say: (value: number) => string): Words {
  const codes = `${say(count ?? 0)} ${plural(count ?? 0, "code", "codes")}`;
  switch (kind) {
    case "deleted":
      return {
        title: "The discount was deleted in Shopify",
        text:
          "None of its codes works now. Make it anew with all its codes but those that are used " +
          "up, or end the campaign, which cannot be started again.",
        restore: "Make it anew",
        keep: "End the campaign",
      };
    case "codes_removed":
      return {
        title: `${codes} removed in Shopify`,
        text:
          "Shoppers can no longer use them. Add them again, without those that are used up, or " +
          "leave them out here as well.",
        restore: "Add them again",
        keep: "Leave them out",
      };
    case "codes_returned":
      return {
        title: `${say(count ?? 0)} paused ${plural(count ?? 0, "code", "codes")} added again in Shopify`,
        text:
          "Shoppers can use them again, and Shopify counts their uses from zero. Take them out " +
          "again, or resume them here as well.",
        restore: "Keep them paused",
        keep: "Resume them",
      };
    case "codes_added":
    case "terms":
      return {
        title: `${codes} added in Shopify`,
        text: "They take off what the campaign's codes do. Keep them, or take them out again.",
        restore: "Take them out",
        keep: "Keep them",
      };
  }
}
