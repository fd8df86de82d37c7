import { Banner, BlockStack, Box, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { describeRule } from "#app/domain/fair-use/describe-policy.ts";
import { isSoundRule, MOST_RULES, type FairUseRule } from "#app/domain/fair-use/policy.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RuleFields } from "./rule-fields.tsx";

type Props = {
  rules: readonly FairUseRule[];
  /** That the shop's scale can give. */
  highestScore: number;
  may: boolean;
  /** The place of the rule whose fields are open. */
  edited: number | null;
  errorOf: (field: string) => string | false;
  onEdit: (at: number | null) => void;
  onChange: (rules: FairUseRule[]) => void;
};

const NEW_RULE: FairUseRule = {
  when: { kinds: [], minScore: 0.9, minOrders: 1, earlierAbuse: 0 },
  then: "hold",
  scope: "campaign",
  until: { kind: "period" },
};

/** Of a rule, as problems name them. */
export const RULE_FIELDS = [
  ...["kinds", "minScore", "minOrders", "earlierAbuse", "then", "scope", "days"],
];

/** The rules as sentences, each with its fields where it is edited or has a mistake. */
export function RulesCard({ rules, highestScore, may, edited, errorOf, onEdit, onChange }: Props) {
  const hasError = (at: number) =>
    RULE_FIELDS.some((field) => errorOf(`rules.${at}.${field}`) !== false);
  const remove = (at: number) => {
    onEdit(null);
    onChange(rules.filter((_, each) => each !== at));
  };
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Rules
        </Text>
        {rules.length === 0 ? (
          <Text as="p">No rules: every case is held for review until a person decides.</Text>
        ) : (
          <ol className="bf-list">
            {rules.map((rule, at) => (
              <li key={at}>
                <Box paddingBlock="300">
                  <BlockStack gap="300">
                    <Text as="p" breakWord>
                      <Text as="span" fontWeight="semibold">{`${at + 1}. `}</Text>
                      {isSoundRule(rule)
                        ? describeRule(rule)
                        : "Not a rule yet: mend what is wrong in its fields."}
                    </Text>
                    <OutOfReach rule={rule} highestScore={highestScore} />
                    {may ? (
                      <RuleButtons
                        at={at}
                        isOpen={edited === at}
                        onToggle={() => onEdit(edited === at ? null : at)}
                        onRemove={() => remove(at)}
                      />
                    ) : null}
                    {edited === at || hasError(at) ? (
                      <RuleFields
                        rule={rule}
                        errorOf={(field) => errorOf(`rules.${at}.${field}`)}
                        onChange={(changed) =>
                          onChange(rules.map((each, index) => (index === at ? changed : each)))
                        }
                      />
                    ) : null}
                  </BlockStack>
                </Box>
              </li>
            ))}
          </ol>
        )}
        {may ? (
          <InlineStack>
            <Button
              disabled={rules.length >= MOST_RULES}
              onClick={() => {
                onEdit(rules.length);
                onChange([...rules, NEW_RULE]);
              }}
            >
              Add rule
            </Button>
          </InlineStack>
        ) : null}
        <Text as="p" variant="bodySm" tone="subdued">
          Of several rules that apply, the strictest counts. With none, the case is held for review.
        </Text>
      </BlockStack>
    </Card>
  );
}

/** A rule that hardly a case can meet says so, and what to do. */
function OutOfReach({ rule, highestScore }: { rule: FairUseRule; highestScore: number }) {
  const { percent } = useFormat();
  if (!isSoundRule(rule) || rule.when.minScore < highestScore) return null;
  return (
    <Banner tone="warning">
      <p>
        {`The highest score in your shop is ${percent(highestScore)}: only cases that an exact rule alone found meet this rule, which count as ${percent(1)}. Ask for a lower score, or see what scores mean under `}
        <Link url="/app/settings/calibration">Calibration</Link>.
      </p>
    </Banner>
  );
}

type ButtonsProps = { at: number; isOpen: boolean; onToggle: () => void; onRemove: () => void };

function RuleButtons({ at, isOpen, onToggle, onRemove }: ButtonsProps) {
  const label = isOpen ? "Close" : "Edit";
  return (
    <InlineStack gap="200">
      <Button size="slim" accessibilityLabel={`${label} rule ${at + 1}`} onClick={onToggle}>
        {label}
      </Button>
      <Button size="slim" accessibilityLabel={`Remove rule ${at + 1}`} onClick={onRemove}>
        Remove
      </Button>
    </InlineStack>
  );
}
