import { BlockStack } from "@shopify/polaris";
import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";
import { CollectionChooser, ProductChooser } from "./product-chooser.tsx";
import { TextInput } from "./text-input.tsx";

/** What customers get with what they buy, and how often in one order. */
export function GetsCard({ form }: { form: FormBinding }) {
  // Of a new form it says “everything”, which is not for this offer: products are what most choose.
  const values = { ...form.values, items: itemsOf(form.values.items) };
  return (
    <FormCard
      title="What customers get"
      intro="They have to put it into the cart too; the checkout then takes the price off."
    >
      <BlockStack gap="400">
        <TextInput
          form={form}
          field="getsQuantity"
          label="How many"
          suffix={form.values.getsQuantity.trim() === "1" ? "item" : "items"}
          inputMode="numeric"
        />
        <Choices
          form={{ ...form, values }}
          field="items"
          title="Of what"
          choices={[
            {
              value: "products",
              label: "Chosen products",
              more: <ProductChooser form={form} products="productIds" variants="variantIds" />,
            },
            {
              value: "collections",
              label: "Chosen collections",
              more: <CollectionChooser form={form} field="collectionIds" />,
            },
          ]}
        />
        <Choices
          form={form}
          field="getsEffect"
          title="For how much"
          choices={[
            { value: "free", label: "Free" },
            {
              value: "percentage",
              label: "A percentage off",
              more: (
                <TextInput
                  form={form}
                  field="getsPercentage"
                  label="Percentage"
                  suffix="%"
                  inputMode="decimal"
                />
              ),
            },
          ]}
        />
        <TextInput
          form={form}
          field="usesPerOrder"
          label="At most so often in one order"
          suffix={form.values.usesPerOrder.trim() === "1" ? "time" : "times"}
          inputMode="numeric"
          helpText="Leave it empty for no limit: who buys twice as much gets twice as much."
        />
      </BlockStack>
    </FormCard>
  );
}

export function itemsOf(items: string): string {
  return items === "collections" ? items : "products";
}
