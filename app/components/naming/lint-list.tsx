import type { BadgeProps } from "@shopify/polaris";
import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { Lint } from "#app/domain/naming/lint/lint-name.ts";
import type { Fix } from "#app/domain/naming/lint/rule.ts";
import { formatDate } from "#app/components/format/date.ts";
import { useFormat } from "#app/components/format/use-format.ts";

const SEVERITIES: Record<Lint["severity"], { label: string; tone: BadgeProps["tone"] }> = {
  info: { label: "Note", tone: "info" },
  warning: { label: "Warning", tone: "warning" },
  error: { label: "Error", tone: "critical" },
};

type Props = {
  lints: readonly Lint[];
  onFix: (fix: Fix, lint: Lint) => void;
  /** Which fixes can be made here; all unless it is said. */
  canFix?: (fix: Fix) => boolean;
};

/** Where a name says something else than its discount does, with a button for each way to put it right. */
export function LintList({ lints, onFix, canFix = () => true }: Props) {
  const wordsOf = useFixWords();
  if (lints.length === 0) return null;
  return (
    <ul className="bf-plain" aria-label="What does not agree">
      {lints.map((lint) => {
        const { rule, field, severity, message } = lint;
        const fixes = lint.fixes.filter(canFix);
        return (
          <li key={`${rule} ${field}`}>
            <BlockStack gap="100" inlineAlign="start">
              <InlineStack gap="200" blockAlign="start" wrap={false}>
                <Badge tone={SEVERITIES[severity].tone ?? "info"}>
                  {SEVERITIES[severity].label}
                </Badge>
                <Text as="p" breakWord>
                  {message}
                </Text>
              </InlineStack>
              {fixes.length > 0 ? (
                <InlineStack gap="200">
                  {fixes.map((fix) => (
                    <Button key={fix.kind} size="slim" onClick={() => onFix(fix, lint)}>
                      {wordsOf(fix)}
                    </Button>
                  ))}
                </InlineStack>
              ) : null}
            </BlockStack>
          </li>
        );
      })}
    </ul>
  );
}

/** "Use SUMMER26_10OFF", "Make it 15% off", "Run it from Jun 1, 2026 to Jun 30, 2026". */
function useFixWords(): (fix: Fix) => string {
  const { offer, locale } = useFormat();
  // A local day already: no time zone may move it.
  const date = (day: string) => formatDate(`${day}T00:00:00Z`, "UTC", locale);
  return (fix) => {
    switch (fix.kind) {
      case "rename":
        return `Use ${fix.name}`;
      case "set_offer":
        return `Make it ${lowerFirst(offer(fix.offer))}`;
      case "set_dates":
        return fix.last === null
          ? `Start it on ${date(fix.first)}`
          : `Run it from ${date(fix.first)} to ${date(fix.last)}`;
    }
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
