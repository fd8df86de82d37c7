import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import type { FormBinding, SegmentChoice } from "./binding.ts";
import { formSummary } from "./form-summary.ts";

type Props = { form: FormBinding; segments: readonly SegmentChoice[] };

/** The whole form in a few sentences, beside what is being typed. */
export function SummaryCard({ form, segments }: Props) {
  const { shop } = useFrame();
  const segment = segments.find(({ id }) => id === form.values.segmentId);
  const sentences = formSummary(form.values, {
    currency: shop.currency,
    segmentName: segment?.name ?? null,
    locale: shop.locale,
  });
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Summary
        </Text>
        <Text as="p" variant="headingSm" breakWord>
          {form.values.name.trim().toUpperCase() || "No name yet"}
        </Text>
        <List>
          {sentences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
