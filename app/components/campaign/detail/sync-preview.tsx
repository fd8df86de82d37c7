import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Text } from "@shopify/polaris";
import type { SyncPlan } from "#app/domain/discount/sync.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { When } from "#app/components/format/when.tsx";
import { changesAnything } from "./operation-words.ts";
import { PlanList } from "./plan-list.tsx";

type Answer = { ok: true; plan: SyncPlan; isGone: boolean; readAt: string } | RefusalBody;

/** Reads the discount in Shopify when asked, and shows what would be done about it. Changes nothing. */
export function SyncPreview({ campaignId }: { campaignId: string }) {
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.data as Answer | undefined;
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Button
        loading={fetcher.state !== "idle"}
        onClick={() => fetcher.load(`/app/campaigns/${campaignId}/preview-sync`)}
      >
        Check against Shopify now
      </Button>
      <div role="status" className="bf-grow">
        {answer ? <Found answer={answer} /> : null}
      </div>
    </BlockStack>
  );
}

function Found({ answer }: { answer: Answer }) {
  if ("refusal" in answer) {
    return (
      <Text as="p" tone="critical">
        {answer.refusal.message}
      </Text>
    );
  }
  if (answer.isGone) {
    return (
      <Text as="p" tone="critical">
        The discount is no longer in Shopify. You can decide about it here within moments.
      </Text>
    );
  }
  if (!changesAnything(answer.plan.operations)) {
    return (
      <Text as="p">
        Nothing to do: Shopify says what this page says. Checked <When at={answer.readAt} />.
      </Text>
    );
  }
  return <PlanList title="The next sync would" plan={answer.plan} />;
}
