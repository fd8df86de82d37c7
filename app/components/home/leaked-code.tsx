import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { leakUrl } from "#app/components/insight/leak-url.ts";
import { LeakOrders } from "#app/components/insight/leak-words.tsx";
import { AttentionRow } from "./attention-row.tsx";

type Item = Extract<AttentionItem, { kind: "leak" }>;

/** A code that is used outside its audience. */
export function LeakedCode({ item }: { item: Item }) {
  const { id, code, campaign, isLeaving } = item;
  const end = useVerb("The alarm is ended. Only later orders can make it ring again.");
  return (
    <AttentionRow
      badge={{ text: "Leaked", tone: "critical" }}
      title={`${code} is in hands it was not meant for`}
      detail={
        <>
          <LeakOrders leak={item} />. Pause {campaign.name}
          {campaign.kind === "public" && !isLeaving ? ", replace the code" : ""}, or give everyone a
          code of their own.
          {campaign.isPrivate ? "" : " If you meant these people to have it, it is no leak."}
        </>
      }
      action={
        <BlockStack gap="100" inlineAlign="start">
          <InlineStack gap="300" blockAlign="center">
            <AllowedButton action="campaign.view" url={leakUrl(id)}>
              See what to do
            </AllowedButton>
            <AllowedButton
              action="alarm.set_aside"
              variant="plain"
              loading={end.isBusy}
              accessibilityLabel={`It is no leak: ${code}`}
              onClick={() => end.send("/app/leaks/end", { id })}
            >
              It is no leak
            </AllowedButton>
          </InlineStack>
          {end.refused ? (
            <Text as="p" tone="critical">
              {end.refused}
            </Text>
          ) : null}
        </BlockStack>
      }
    />
  );
}
