import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { AuditEntry } from "#app/domain/audit/event.ts";
import { AuditItem } from "./audit-item.tsx";

/** Who did what to one thing, latest first. */
export function AuditTrail({
  entries,
  hasMore,
}: {
  entries: readonly AuditEntry[];
  hasMore: boolean;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Activity
        </Text>
        {entries.length === 0 ? (
          <Text as="p" tone="subdued">
            What people and Bonafide do here is written down and appears here.
          </Text>
        ) : (
          <ul className="bf-list">
            {entries.map((entry) => (
              <li key={entry.id}>
                <AuditItem entry={entry} isSubjectKnown />
              </li>
            ))}
          </ul>
        )}
        {hasMore ? <Link url="/app/settings/activity">See all activity</Link> : null}
      </BlockStack>
    </Card>
  );
}
