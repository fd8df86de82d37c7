import { BlockStack, Divider } from "@shopify/polaris";
import type { FormBinding } from "./binding.ts";
import { Box } from "./box.tsx";
import { Choices } from "./choices.tsx";
import { CollectionChooser, ProductChooser } from "./product-chooser.tsx";

/** What a percentage or an amount comes off. */
export function ItemsChoice({ form }: { form: FormBinding }) {
  const { items, eachItem, offerKind } = form.values;
  // For everything Shopify's own admin does not offer it; where it is so already, it stays to be seen.
  const isByItem = offerKind === "fixed_amount" && (items !== "all" || eachItem === "on");
  return (
    <BlockStack gap="400">
      <Divider />
      <Choices
        form={form}
        field="items"
        title="Off what"
        choices={[
          { value: "all", label: "The whole order" },
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
      {isByItem ? (
        <Box
          form={form}
          field="eachItem"
          label="Take the amount off each item"
          helpText="Otherwise it comes off the order once, shared among these items."
        />
      ) : null}
    </BlockStack>
  );
}
