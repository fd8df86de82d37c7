import { BlockStack, Text } from "@shopify/polaris";

import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { Box } from "./box.tsx";
import { FoldedCard } from "./folded-card.tsx";

const OCCASIONS = [
  {
    field: "freesOnCancel",
    label: "When the order is cancelled",
    helpText: "The customer can use the code again, and the total counts one less.",
  },
  {
    field: "freesOnFullRefund",
    label: "When the order is refunded in full",
    helpText: "All the money went back, in one refund or in several.",
  },
  {
    field: "freesOnPartialRefund",
    label: "When any part of the order is refunded",
    helpText: "Usually the customer keeps something, and the use counts.",
  },
  {
    field: "freesOnChargeback",
    label: "When the customer's bank takes the payment back",
    helpText:
      "A use freed by a chargeback counts again if you win the dispute. Whether Shopify tells of chargebacks is up to you: Settings, Orders and numbers.",
  },
  {
    field: "freesOnExpiry",
    label: "When a pending payment expires or is voided",
    helpText: "The order was placed, but never paid.",
  },
] as const;

const WORDS = {
  freesOnCancel: "cancellation",
  freesOnFullRefund: "full refund",
  freesOnPartialRefund: "partial refund",
  freesOnChargeback: "chargeback",
  freesOnExpiry: "payment that never came",
} as const;

const USUAL = emptyCampaignForm("");

/** What gives a use back. */
export function FreesCard({ form }: { form: FormBinding }) {
  const words = OCCASIONS.filter(({ field }) => form.values[field] === "on");
  const text = words.map(({ field }) => WORDS[field]).join(", ");
  return (
    <FoldedCard
      title="What frees a use"
      summary={text === "" ? "Nothing" : text.charAt(0).toUpperCase() + text.slice(1)}
      isOpen={OCCASIONS.some(({ field }) => form.initial[field] !== USUAL[field])}
    >
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          A use counts from the moment the order is placed. Money paid back later frees it for the
          next order; a flag for using the code too often stays.
        </Text>
        {OCCASIONS.map(({ field, label, helpText }) => (
          <Box key={field} form={form} field={field} label={label} helpText={helpText} />
        ))}
      </BlockStack>
    </FoldedCard>
  );
}
