import { BlockStack, Page } from "@shopify/polaris";
import type { IntakeSummary } from "#app/domain/insight/intake.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { BooksCard } from "./orders/books-card.tsx";
import { DeadCard } from "./orders/dead-card.tsx";
import { PermissionsCard } from "./orders/permissions-card.tsx";
import { ReadingCard } from "./orders/reading-card.tsx";
import { RetentionCard } from "./orders/retention-card.tsx";

/** What comes in from Shopify: whether it adds up, how far it was read, what could not be taken in, how long it stays. */
export function OrdersPage({ intake }: { intake: IntakeSummary }) {
  const { waiting, toScore, reading } = intake;
  useRefreshWhile(waiting > 0 || toScore > 0 || reading?.finishedAt === null);
  return (
    <Page
      title="Orders and numbers"
      subtitle="What Shopify tells of orders, how far it is taken in, and whether it adds up."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <BlockStack gap="400">
        <BooksCard check={intake.check} />
        <ReadingCard
          reading={reading}
          waiting={waiting}
          toScore={toScore}
          dead={intake.deadTotal}
        />
        <DeadCard dead={intake.dead} total={intake.deadTotal} />
        <PermissionsCard permissions={intake.permissions} />
        <RetentionCard bodyDays={intake.bodyDays} />
      </BlockStack>
    </Page>
  );
}
