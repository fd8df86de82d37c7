import { BlockStack } from "@shopify/polaris";
import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { CountryChooser } from "./country-chooser.tsx";
import { TextInput } from "./text-input.tsx";

/** Where to, and up to which price, shipping is free. */
export function ShippingTerms({ form, currency }: { form: FormBinding; currency: string }) {
  return (
    <BlockStack gap="400">
      <Choices
        form={form}
        field="shipsTo"
        title="Where to"
        choices={[
          { value: "everywhere", label: "Every country" },
          { value: "countries", label: "Chosen countries", more: <CountryChooser form={form} /> },
        ]}
      />
      <TextInput
        form={form}
        field="maximumPrice"
        label="Only rates up to"
        suffix={currency}
        inputMode="decimal"
        helpText="Dearer rates, such as express, are then paid in full. Leave it empty for every rate."
      />
    </BlockStack>
  );
}
