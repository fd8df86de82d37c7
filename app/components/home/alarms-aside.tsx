import { BlockStack, Box, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { Leak } from "#app/domain/insight/leak.ts";
import type { Anomaly } from "#app/domain/insight/watch.ts";
import { When } from "#app/components/format/when.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { anomalyUrl } from "#app/components/insight/anomaly-url.ts";
import { leakUrl } from "#app/components/insight/leak-url.ts";

type Props = { alarms: readonly Anomaly[]; leaks: readonly Leak[] };

/** Alarms that were set aside or ended lately, by whom, with the way back. */
export function AlarmsAside({ alarms, leaks }: Props) {
  if (alarms.length + leaks.length === 0) return null;
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          Set aside
        </Text>
        <ul className="bf-plain">
          {leaks.map((leak) => (
            <li key={leak.id}>
              <EndedLeak leak={leak} />
            </li>
          ))}
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

function EndedLeak({ leak: { id, code, ended } }: { leak: Leak }) {
  if (!ended) return null;
  return (
    <Undoable name={code} id={id} path="/app/leaks/bring-back">
      <Link url={leakUrl(id)}>{code}</Link>
      {`: ${ended.by} ended the alarm, `}
      <When at={ended.at} />; it rings anew by later orders only.
    </Undoable>
  );
}

function Aside({ alarm }: { alarm: Anomaly }) {
  const { shop } = useFrame();
  const { id, campaign, code, aside } = alarm;
  if (!aside) return null;
  const name = code ?? campaign.name;
  return (
    <Undoable name={name} id={id} path="/app/alarms/bring-back">
      {`${name} `}
      <Link url={anomalyUrl(alarm, shop.timeZone)}>ran high</Link>
      {`. Set aside by ${aside.by} `}
      <When at={aside.at} />; it comes back if it goes on.
    </Undoable>
  );
}

type UndoableProps = { name: string; id: string; path: string; children: ReactNode };

function Undoable({ name, id, path, children }: UndoableProps) {
  const back = useVerb("The alarm is back");
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="p" breakWord>
          {children}
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
        accessibilityLabel={`Undo: the alarm of ${name}`}
        onClick={() => back.send(path, { id })}
      >
        Undo
      </AllowedButton>
    </InlineStack>
  );
}
