import { BlockStack, Box, Card, InlineGrid, Page, Select, Text } from "@shopify/polaris";
import type { Severity } from "#app/domain/naming/lint/rule.ts";
import type { LintSetting } from "#app/domain/naming/summary.ts";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

const SEVERITIES: Record<Severity, string> = {
  off: "Off",
  info: "Note",
  warning: "Warning",
  error: "Error: refuse the campaign",
};

/** How strict the shop is with names that say something else than their discount does. */
export function LintRulesPage({ rules }: { rules: readonly LintSetting[] }) {
  return (
    <Page
      title="Name checks"
      subtitle="A name that says something else than its discount misleads shoppers and reports. Choose what to do about each."
      backAction={{ content: "Conventions", url: "/app/settings/conventions" }}
    >
      <BlockStack gap="400">
        <NotAllowedBanner action="convention.edit" />
        <Card padding="0">
          <ul className="bf-list">
            {rules.map((rule) => (
              <li key={rule.rule}>
                <Box padding="400">
                  <RuleRow setting={rule} />
                </Box>
              </li>
            ))}
          </ul>
        </Card>
      </BlockStack>
    </Page>
  );
}

function RuleRow({ setting }: { setting: LintSetting }) {
  const { rule, label, description, severity, usual } = setting;
  const { may } = useMay("convention.edit");
  const set = useVerb(`${label}: saved`);
  return (
    <InlineGrid columns={{ xs: 1, sm: "minmax(0, 1fr) 16rem" }} gap="300" alignItems="center">
      <BlockStack gap="050">
        <Text as="h2" fontWeight="semibold">
          {label}
        </Text>
        <Text as="p" tone="subdued">
          {description}
        </Text>
      </BlockStack>
      <Select
        label={`What to do about: ${label}`}
        labelHidden
        disabled={!may || set.isBusy}
        options={(Object.keys(SEVERITIES) as Severity[]).map((value) => ({
          value,
          label: value === usual ? `${SEVERITIES[value]} (usual)` : SEVERITIES[value],
        }))}
        value={severity}
        error={set.refused ?? false}
        onChange={(value) => set.send("/app/settings/naming/checks/set", { rule, severity: value })}
      />
    </InlineGrid>
  );
}
