import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import type { FormBinding } from "./binding.ts";
import { formSummary } from "./form-summary.ts";
import { wrongFields } from "./wrong-fields.ts";

/** The whole form in a few sentences, beside what is being typed. */
export function SummaryCard({ form }: { form: FormBinding }) {
  const { shop } = useFrame();
  const isRefused = form.nameCheck?.verdict.ok === false;
  const name = isRefused ? "" : form.values.name.trim().toUpperCase();
  const sentences = formSummary(
    { ...form.values, name },
    {
      currency: shop.currency,
      choices: form.choices,
      locale: shop.locale,
      wrong: wrongFields(form.values, shop.currency),
    },
  );
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Summary
        </Text>
        <Text as="p" variant="headingSm" breakWord>
          {name || "No name yet"}
        </Text>
        <List>
          {sentences.map((sentence) => (
            <List.Item key={sentence}>
              <Text as="span" breakWord>
                {sentence}
              </Text>
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
