import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { anomalyWords } from "#app/components/insight/anomaly-words.ts";
import { AttentionRow } from "./attention-row.tsx";

type Item = Extract<AttentionItem, { kind: "anomaly" }>;

/** A code that is used far more than it ever is, and nobody announced it. */
export function RunsHigh({ item }: { item: Item }) {
  const { number } = useFormat();
  const { id, campaign, code, claims, expected, at } = item;
  const aside = useVerb("Set aside. It comes back if it goes on.");
  return (
    <AttentionRow
      badge={{ text: "Runs high", tone: "warning" }}
      title={`${code ?? campaign.name} is used more than ever`}
      detail={
        <>
          {`${anomalyWords({ claims, expected }, number)}, `}
          <When at={at} />. See whether the orders are from those it was meant for. If it got about,
          pause it or replace the code; if you sent it out, all is well.
        </>
      }
      action={
        <BlockStack gap="100" inlineAlign="start">
          <InlineStack gap="300" blockAlign="center">
            <AllowedButton
              action="campaign.view"
              url={`/app/campaigns/${campaign.id}/report?days=7`}
            >
              See what happened
            </AllowedButton>
            <AllowedButton
              action="alarm.set_aside"
              variant="plain"
              loading={aside.isBusy}
              accessibilityLabel={`Set aside: ${code ?? campaign.name} is used more than ever`}
              onClick={() => aside.send("/app/alarms/set-aside", { id })}
            >
              Set aside
            </AllowedButton>
          </InlineStack>
          {aside.refused ? (
            <Text as="p" tone="critical">
              {aside.refused}
            </Text>
          ) : null}
        </BlockStack>
      }
    />
  );
}
