import { BlockStack, InlineStack, Layout, Modal, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { MOST_KEYS, type ApiKeySummary, type NewApiKey } from "#app/domain/access/api-key.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { ListCard } from "#app/components/frame/list-card.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { ApiCard } from "./api/api-card.tsx";
import { KeyModal } from "./api/key-modal.tsx";
import { NewKeyBanner } from "./api/new-key-banner.tsx";

type Props = { keys: readonly ApiKeySummary[]; address: string };

/** The keys by which the shop’s own systems tell Bonafide whom campaigns were issued to. */
export function ApiKeysPage({ keys, address }: Props) {
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<NewApiKey | null>(null);
  const [leaving, setLeaving] = useState<ApiKeySummary | null>(null);
  const revoke = useVerb("Key revoked");
  const allowed = useAllowed("api_key.manage");
  const isFull = keys.length >= MOST_KEYS;
  const full = { disabled: true, helpText: `A shop can have ${MOST_KEYS} keys. Revoke one first.` };
  return (
    <Page
      title="API keys"
      subtitle="With a key, your own systems, such as a CRM or an e-mail tool, tell Bonafide whom a campaign was issued to. Keys stop while Bonafide is uninstalled and work again once it is reinstalled: revoke those you no longer need."
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{
        content: "Create key",
        onAction: () => setAdding(true),
        ...(isFull ? full : allowed),
      }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <RefusedBanner title="Not revoked" message={revoke.refused} />
            {made ? <NewKeyBanner key={made.id} made={made} /> : null}
            <ListCard
              empty="No keys yet. Create one for each system that sends, so that each can be revoked by itself."
              items={keys.map((key) => ({
                key: key.id,
                row: (
                  <KeyRow apiKey={key} isBusy={revoke.isBusy} onRevoke={() => setLeaving(key)} />
                ),
              }))}
            />
            <ApiCard address={address} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      {isAdding ? <KeyModal onMade={setMade} onClose={() => setAdding(false)} /> : null}
      {leaving ? (
        <RevokeModal
          apiKey={leaving}
          onClose={() => setLeaving(null)}
          onRevoke={() => {
            setLeaving(null);
            if (made?.id === leaving.id) setMade(null);
            revoke.send("/app/settings/api-keys/revoke", { id: leaving.id });
          }}
        />
      ) : null}
    </Page>
  );
}

type RowProps = { apiKey: ApiKeySummary; isBusy: boolean; onRevoke: () => void };

function KeyRow({ apiKey, isBusy, onRevoke }: RowProps) {
  const { name, lastFour, createdAt, createdBy, lastUsedAt } = apiKey;
  return (
    <div className="bf-entry">
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" fontWeight="semibold" breakWord>
            {name}
          </Text>
          <span className="bf-code">…{lastFour}</span>
        </InlineStack>
        <Text as="p" tone="subdued">
          {lastUsedAt === null ? "Not used yet" : "Last used "}
          {lastUsedAt === null ? null : <When at={lastUsedAt} />}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          Created by {createdBy} <When at={createdAt} />
        </Text>
      </BlockStack>
      <div>
        <AllowedButton
          action="api_key.manage"
          accessibilityLabel={`Revoke ${name}`}
          disabled={isBusy}
          onClick={onRevoke}
        >
          Revoke
        </AllowedButton>
      </div>
    </div>
  );
}

type RevokeProps = { apiKey: ApiKeySummary; onClose: () => void; onRevoke: () => void };

function RevokeModal({ apiKey: { name, lastFour }, onClose, onRevoke }: RevokeProps) {
  return (
    <Modal
      open
      onClose={onClose}
      title={`Revoke ${name}?`}
      primaryAction={{ content: "Revoke key", destructive: true, onAction: onRevoke }}
      secondaryActions={[{ content: "Keep it", onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">
          {`Whatever sends with the key ending in ${lastFour} is refused from now on. What it recorded stays. A revoked key cannot be brought back; you can create another.`}
        </Text>
      </Modal.Section>
    </Modal>
  );
}
