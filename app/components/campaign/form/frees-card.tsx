import { BlockStack, Checkbox } from "@shopify/polaris";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { FormCard } from "./form-card.tsx";

const OCCASIONS = [
  {
    field: "freesOnCancel",
    label: "When the order is cancelled",
    helpText: "The customer can use the code again, and the total counts one less.",
  },
  {
    field: "freesOnFullRefund",
    label: "When the order is refunded in full",
    helpText: "A partial refund never frees a use.",
  },
  {
    field: "freesOnExpiry",
    label: "When a pending payment expires or is voided",
    helpText: "The order was placed, but never paid.",
  },
] as const;

/** What gives a use back. */
export function FreesCard({ form }: { form: FormBinding }) {
  return (
    <FormCard title="What frees a use" intro="A use counts from the moment the order is placed.">
      <BlockStack gap="300">
        {OCCASIONS.map(({ field, label, helpText }) => (
          <Checkbox
            key={field}
            id={fieldId(field)}
            name={field}
            label={label}
            helpText={helpText}
            checked={form.values[field] === "on"}
            error={form.errorOf(field)}
            onChange={(isTicked) => form.set(field, isTicked ? "on" : "")}
          />
        ))}
      </BlockStack>
    </FormCard>
  );
}
