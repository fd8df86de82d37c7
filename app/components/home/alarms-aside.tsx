import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { Anomaly } from "#app/domain/insight/watch.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Alarms that were set aside lately, by whom, with the way back. */
export function AlarmsAside({ alarms }: { alarms: readonly Anomaly[] }) {
  if (alarms.length === 0) return null;
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          Set aside
        </Text>
        <ul className="bf-plain">
          {alarms.map((alarm) => (
            <li key={alarm.id}>
              <Aside alarm={alarm} />
            </li>
          ))}
        </ul>
      </BlockStack>
    </Box>
  );
}

function Aside({ alarm: { id, campaign, code, aside } }: { alarm: Anomaly }) {
  const back = useVerb("The alarm is back");
  if (!aside) return null;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="p" breakWord>
          {`${code ?? campaign.name} ran high. Set aside by ${aside.by} `}
          <When at={aside.at} />; it comes back if it goes on.
        </Text>
        {back.refused ? (
          <Text as="p" tone="critical">
            {back.refused}
          </Text>
        ) : null}
      </BlockStack>
      <AllowedButton
        action="alarm.set_aside"
        variant="plain"
        loading={back.isBusy}
        accessibilityLabel={`Undo: the alarm of ${code ?? campaign.name}`}
        onClick={() => back.send("/app/alarms/bring-back", { id })}
      >
        Undo
      </AllowedButton>
    </InlineStack>
  );
}
