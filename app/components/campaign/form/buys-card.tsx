import { BlockStack } from "@shopify/polaris";
import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";
import { CollectionChooser, ProductChooser } from "./product-chooser.tsx";
import { TextInput } from "./text-input.tsx";

/** What has to be bought to get something with it. */
export function BuysCard({ form, currency }: { form: FormBinding; currency: string }) {
  return (
    <FormCard title="What customers buy">
      <BlockStack gap="400">
        <Choices
          form={form}
          field="buysNeed"
          title="How much of it"
          choices={[
            {
              value: "quantity",
              label: "A number of items",
              more: (
                <TextInput
                  form={form}
                  field="buysQuantity"
                  label="At least"
                  suffix={form.values.buysQuantity.trim() === "1" ? "item" : "items"}
                  inputMode="numeric"
                />
              ),
            },
            {
              value: "amount",
              label: "For an amount",
              more: (
                <TextInput
                  form={form}
                  field="buysAmount"
                  label="At least"
                  suffix={currency}
                  inputMode="decimal"
                />
              ),
            },
          ]}
        />
        <Choices
          form={form}
          field="buysItems"
          title="Of what"
          choices={[
            {
              value: "products",
              label: "Chosen products",
              more: (
                <ProductChooser form={form} products="buysProductIds" variants="buysVariantIds" />
              ),
            },
            {
              value: "collections",
              label: "Chosen collections",
              more: <CollectionChooser form={form} field="buysCollectionIds" />,
            },
          ]}
        />
      </BlockStack>
    </FormCard>
  );
}
