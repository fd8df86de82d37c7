import { BlockStack, Box, Card, Layout, Page, Text } from "@shopify/polaris";
import type { StaffSummary } from "#app/domain/access/staff.ts";
import { ROLES, ROLE_DESCRIPTIONS, ROLE_LABELS } from "#app/domain/access/role.ts";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { StaffRow } from "./staff-row.tsx";

/** Who is here, and what each may do. */
export function TeamPage({ staff }: { staff: readonly StaffSummary[] }) {
  return (
    <Page
      title="Team"
      subtitle="Whoever opens Bonafide from this shop’s admin appears here, first as a viewer."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <NotAllowedBanner action="staff.manage" />
            <Card padding="0">
              {staff.length === 0 ? (
                <Box padding="400">
                  <Text as="p" tone="subdued">
                    Nobody has opened Bonafide yet.
                  </Text>
                </Box>
              ) : (
                <ul className="bf-list">
                  {staff.map((member) => (
                    <li key={member.id}>
                      <Box padding="400">
                        <StaffRow member={member} />
                      </Box>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Roles />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Roles() {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What each role may do
        </Text>
        {ROLES.map((role) => (
          <BlockStack key={role} gap="050">
            <Text as="h3" fontWeight="semibold">
              {ROLE_LABELS[role]}
            </Text>
            <Text as="p" tone="subdued">
              {ROLE_DESCRIPTIONS[role]}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
