import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { LintList } from "#app/components/naming/lint-list.tsx";
import type { FormBinding } from "./binding.ts";
import { NameParts } from "./name-parts.tsx";
import { putRight } from "./put-right.ts";

/** What the live check found: what the name says, what does not agree, or the names it could have been. */
export function NameVerdict({ form }: { form: FormBinding }) {
  const verdict = form.nameCheck?.verdict;
  return (
    <div aria-live="polite">
      {!verdict ? null : verdict.ok ? (
        <BlockStack gap="200">
          <NameParts parts={verdict.dimensions} />
          <LintList lints={verdict.lints} onFix={(fix) => putRight(form, fix)} />
          {verdict.warnings.map((warning) => (
            <Text as="p" tone="caution" key={warning}>
              {warning}
            </Text>
          ))}
        </BlockStack>
      ) : (
        <InlineStack gap="200">
          {verdict.suggestions.map(({ name, conventionId, conventionName }) => (
            <Button
              key={`${conventionId} ${name}`}
              onClick={() => {
                form.set("conventionId", conventionId);
                form.set("name", name);
              }}
            >
              {conventionId === form.values.conventionId
                ? `Use ${name}`
                : `Use ${name} (${conventionName})`}
            </Button>
          ))}
        </InlineStack>
      )}
    </div>
  );
}
