import { BlockStack, Text } from "@shopify/polaris";
import type { SyncPlan } from "#app/domain/discount/sync.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { operationWords } from "./operation-words.ts";
import { costWords } from "./sync-words.ts";

/** A plan as a person reads it before it runs, with what it asks of Shopify. */
export function PlanList({ title, plan }: { title: string; plan: SyncPlan }) {
  const { locale, number } = useFormat();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <ol className="bf-steps">
        {plan.operations.map((operation) => (
          <li key={operation.kind}>{operationWords(operation, { locale, number })}</li>
        ))}
      </ol>
      <Text as="p" variant="bodySm" tone="subdued">
        {costWords(plan, number)}
      </Text>
    </BlockStack>
  );
}
