import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { anomalyUrl } from "#app/components/insight/anomaly-url.ts";
import { anomalyWords } from "#app/components/insight/anomaly-words.ts";
import { AttentionRow } from "./attention-row.tsx";

type Item = Extract<AttentionItem, { kind: "anomaly" }>;

/** A code that is used far more than it ever is, and nobody announced it. */
export function RunsHigh({ item }: { item: Item }) {
  const { number } = useFormat();
  const { shop } = useFrame();
  const { id, campaign, code, at } = item;
  const words = anomalyWords(item, number);
  const aside = useVerb("Set aside. It comes back if it goes on.");
  return (
    <AttentionRow
      badge={{ text: "Runs high", tone: "warning" }}
      title={`${code ?? campaign.name} is used more than ever`}
      detail={
        <>
          <Link
            url={anomalyUrl(item, shop.timeZone)}
            monochrome
            accessibilityLabel={`${words}. See the orders`}
          >
            {words}
          </Link>
          {", "}
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
