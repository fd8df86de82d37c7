import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import type { PolicyOfShop } from "#app/domain/fair-use/summary.ts";
import { When } from "#app/components/format/when.tsx";

type Props = Pick<PolicyOfShop, "version" | "versions"> & {
  /** Null: who looks may not change the rules. */
  onChoose: ((policy: FairUsePolicy) => void) | null;
};

/** Who saved which version; an earlier one can be looked at again, changed and saved. */
export function VersionsCard({ version, versions, onChoose }: Props) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Versions
        </Text>
        {version === null ? (
          <Text as="p">None was saved yet: everything waits for a person.</Text>
        ) : (
          <ul className="bf-list">
            {versions.map((each) => (
              <li key={each.version}>
                <Box paddingBlock="200">
                  <InlineStack align="space-between" blockAlign="center" gap="200">
                    <div>
                      <Text as="p">
                        {`Version ${each.version}${each.version === version ? ", in force" : ""}`}
                      </Text>
                      <Text as="p" variant="bodySm" tone="subdued">
                        {each.by}, <When at={each.at} />
                      </Text>
                    </div>
                    {onChoose && each.version !== version ? (
                      <Button
                        size="slim"
                        accessibilityLabel={`Use version ${each.version}`}
                        onClick={() => onChoose(each.policy)}
                      >
                        Use this
                      </Button>
                    ) : null}
                  </InlineStack>
                </Box>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
