import type { BadgeProps } from "@shopify/polaris";
import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { Lint } from "#app/domain/naming/lint/lint-name.ts";
import type { Fix } from "#app/domain/naming/lint/rule.ts";
import { useFormat } from "#app/components/format/use-format.ts";

const SEVERITIES: Record<Lint["severity"], { label: string; tone: BadgeProps["tone"] }> = {
  info: { label: "Note", tone: "info" },
  warning: { label: "Warning", tone: "warning" },
  error: { label: "Error", tone: "critical" },
};

/** Where a name says something else than its discount does; with `onFix`, a button that puts it right. */
export function LintList({ lints, onFix }: { lints: readonly Lint[]; onFix?: (fix: Fix) => void }) {
  const { offer } = useFormat();
  if (lints.length === 0) return null;
  return (
    <ul className="bf-plain" aria-label="What does not agree">
      {lints.map(({ rule, field, severity, message, fix }) => (
        <li key={`${rule} ${field}`}>
          <BlockStack gap="100" inlineAlign="start">
            <InlineStack gap="200" blockAlign="start" wrap={false}>
              <Badge tone={SEVERITIES[severity].tone ?? "info"}>{SEVERITIES[severity].label}</Badge>
              <Text as="p" breakWord>
                {message}
              </Text>
            </InlineStack>
            {fix && onFix ? (
              <Button size="slim" onClick={() => onFix(fix)}>
                {fix.kind === "rename"
                  ? `Use ${fix.name}`
                  : `Make it ${lowerFirst(offer(fix.offer))}`}
              </Button>
            ) : null}
          </BlockStack>
        </li>
      ))}
    </ul>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
