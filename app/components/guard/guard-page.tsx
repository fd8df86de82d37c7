import {
  Banner,
  BlockStack,
  Card,
  ChoiceList,
  List,
  Modal,
  Page,
  ProgressBar,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import type { GuardStatus } from "#app/domain/guard/status.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { GuardWarnings } from "./guard-warnings.tsx";
import { LagCard } from "./lag-card.tsx";

/** What the checkout holds, how much room there is, and how far it is behind the orders. */
export function GuardPage({ guard }: { guard: GuardStatus }) {
  return (
    <Page
      title="Checkout"
      subtitle="What holds limits while shoppers type codes: how full it is, and how far behind."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <BlockStack gap="400">
        {guard.error ? (
          <Banner tone="critical" title="The limits could not be written to checkout">
            <p>{guard.error}</p>
          </Banner>
        ) : null}
        <GuardWarnings guard={guard} />
        <RulesCard guard={guard} />
        <GuestsCard guard={guard} />
        <LagCard lag={guard.lag} />
        <KeyCard />
      </BlockStack>
    </Page>
  );
}

function RulesCard({ guard }: { guard: GuardStatus }) {
  const { percent, number } = useFormat();
  const { bytes, limitBytes, writtenAt } = guard;
  const share = bytes / limitBytes;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Room for rules
        </Text>
        <Text as="p">
          {`${percent(share)} of ${number(limitBytes)} bytes: codes, limits, conditions and messages of all running campaigns.`}
        </Text>
        <ProgressBar progress={share * 100} size="small" ariaLabelledBy="rules-room" />
        <Text as="p" tone="subdued" id="rules-room">
          {writtenAt ? (
            <>
              Last written <When at={writtenAt} />
            </>
          ) : (
            "Nothing was written yet. The first campaign puts the guard up."
          )}
        </Text>
      </BlockStack>
    </Card>
  );
}

const OVERFLOWS = [
  {
    value: "sign_in",
    label: "Ask them to sign in",
    helpText: "The codes then work for signed-in customers only. Limits hold.",
  },
  {
    value: "allow",
    label: "Let them use it",
    helpText: "Nobody is held up. Orders over the limit are flagged for review afterwards.",
  },
];

function GuestsCard({ guard }: { guard: GuardStatus }) {
  const { number } = useFormat();
  const { may, why } = useMay("guard.manage");
  const set = useVerb("Saved");
  const { identities, capacity, overflow } = guard;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Guests
        </Text>
        <Text as="p" id="guests-room">
          {`${number(identities)} of ${number(capacity)} identities: an e-mail or phone that reached a limit, once for each limit.`}
        </Text>
        <ProgressBar
          progress={(identities / capacity) * 100}
          size="small"
          ariaLabelledBy="guests-room"
        />
        <RefusedBanner title="Not saved" message={set.refused} />
        <ChoiceList
          title="When there is no more room, guests of the campaigns that need the most"
          disabled={!may || set.isBusy}
          choices={OVERFLOWS}
          selected={[overflow]}
          onChange={([value = ""]) =>
            set.send("/app/settings/checkout/guests", { overflow: value })
          }
        />
        {may ? null : (
          <Text as="p" tone="subdued">
            {why}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function KeyCard() {
  const [isAsking, setAsking] = useState(false);
  const change = useVerb("Key changed");
  const send = () => {
    setAsking(false);
    change.send("/app/settings/checkout/change-key");
  };
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          Key for guests
        </Text>
        <Text as="p" tone="subdued">
          Checkout knows guests by hashes under a key of your shop. Change it if you think that
          somebody has read the guard’s metafields.
        </Text>
        <RefusedBanner title="Not changed" message={change.refused} />
        <AllowedButton
          action="guard.manage"
          loading={change.isBusy}
          onClick={() => setAsking(true)}
        >
          Change key
        </AllowedButton>
      </BlockStack>
      <Modal
        open={isAsking}
        onClose={() => setAsking(false)}
        title="Change the key for guests?"
        primaryAction={{ content: "Change key", destructive: true, onAction: send }}
        secondaryActions={[{ content: "Keep it", onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <List>
            <List.Item>Guests are known again from their next order on.</List.Item>
            <List.Item>
              Until then, a guest who reached a limit can use a code once more; the order is
              flagged.
            </List.Item>
            <List.Item>Customers who sign in are known all along.</List.Item>
            <List.Item>The old key is gone for good.</List.Item>
          </List>
        </Modal.Section>
      </Modal>
    </Card>
  );
}
