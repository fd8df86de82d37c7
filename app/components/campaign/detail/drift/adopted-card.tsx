import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { Names } from "#app/domain/discount/named.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { FIELD_LABELS } from "../field-words.ts";
import { useDecision } from "./use-decision.ts";
import { useValueWords } from "./use-value-words.ts";

/** What was changed in Shopify and taken over by itself: it can be put away, or taken back. */
export function AdoptedCard({ drift, names }: { drift: DriftSummary; names: Names }) {
  const { may } = useMay("campaign.edit");
  const { number } = useFormat();
  const words = useValueWords(drift.campaign.currency, names);
  const restore = useDecision(drift, "Ours is restored. Shopify is being brought up to date.");
  const dismiss = useDecision(drift, "Put away");
  const count = drift.count ?? 0;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm">
            Taken over from Shopify
          </Text>
          {drift.kind === "terms" ? (
            <ul className="bf-plain">
              {drift.fields.map(({ field, ours, theirs }) => (
                <li key={field}>
                  {`${FIELD_LABELS[field]}: ${words(field, theirs)}, before ${words(field, ours)}`}
                </li>
              ))}
            </ul>
          ) : (
            <Text as="p">
              {`${number(count)} ${plural(count, "code", "codes")} added to the discount in Shopify`}
            </Text>
          )}
          <Text as="p" variant="bodySm" tone="subdued">
            <When at={drift.foundAt} />
          </Text>
        </BlockStack>
        <RefusedBanner title="Not done" message={restore.refused ?? dismiss.refused} />
        <InlineStack gap="200">
          <AllowedButton
            action="campaign.edit"
            loading={restore.isBusy}
            onClick={() => restore.decideAll("restore")}
          >
            {drift.kind === "terms" ? "Restore ours" : "Take them out again"}
          </AllowedButton>
          {may ? (
            <Button
              variant="tertiary"
              loading={dismiss.isBusy}
              onClick={() => dismiss.decideAll("keep")}
            >
              Dismiss
            </Button>
          ) : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
