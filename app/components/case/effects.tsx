import { Badge, BlockStack, Box, InlineStack, List, Modal, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { EFFECT_STATE_LABELS, NOT_ALLOWED, type EffectState } from "#app/domain/case/effect.ts";
import type { CaseDetail, CaseEffect } from "#app/domain/case/summary.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFocusAfter } from "#app/components/frame/use-focus-after.ts";
import { usePermission } from "#app/components/frame/use-permission.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

const TONES: Partial<Record<EffectState, "success" | "critical" | "attention">> = {
  done: "success",
  failed: "critical",
  requested: "attention",
};

const UNDER_WAY: readonly EffectState[] = ["waiting", "begun", "undoing"];

const DECLINED =
  "Shopify did not give the permission. Try again and allow it there; until then what changes orders is not done, all else is.";
const NOT_CANCELLED =
  "Shopify did not give the permission, so no order is cancelled. Confirm again, and allow it there.";

/** What the decision, or the policy, brought about, as it stands. */
export function Effects({ detail }: { detail: CaseDetail }) {
  const { effects, summary } = detail;
  const [isAsked, setAsked] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const retry = useVerb("Trying again");
  const permission = usePermission("write_orders", "Trying again", DECLINED);
  const confirm = usePermission(
    "write_orders",
    "Confirmed. Shopify is asked to cancel the orders.",
    NOT_CANCELLED,
  );
  useRefreshWhile(effects.some(({ state }) => UNDER_WAY.includes(state)));
  const shown = effects.filter(({ state }) => state !== "undone");
  const requested = shown.filter(({ state }) => state === "requested");
  const failed = shown.filter(({ state }) => state === "failed");
  const isNotAllowed = failed.some(({ error }) => error === NOT_ALLOWED);
  const isBusy = retry.isBusy || permission.isBusy || confirm.isBusy;
  const refused = confirm.refused ?? retry.refused ?? permission.refused;
  useFocusAfter(
    [isAsked, isBusy, refused, requested.length, failed.length].join(),
    () => buttons.current?.querySelector("button:enabled") ?? heading.current,
  );
  if (shown.length === 0) return null;
  const path = `/app/review/${summary.id}/retry`;
  const tryAgain = () => (isNotAllowed ? void permission.ask(path) : retry.send(path));
  return (
    <BlockStack gap="200">
      <div ref={heading}>
        <Text as="h3" variant="headingSm">
          What came of it
        </Text>
      </div>
      <ul className="bf-list">
        {shown.map((effect) => (
          <li key={effect.id}>
            <EffectItem effect={effect} />
          </li>
        ))}
      </ul>
      {isNotAllowed ? (
        <Text as="p" variant="bodySm" tone="critical">
          {NOT_ALLOWED}
        </Text>
      ) : null}
      <RefusedBanner title="Not done" message={refused} />
      <div ref={buttons}>
        <BlockStack gap="200">
          {requested.length > 0 ? (
            <AllowedButton
              action="flag.decide"
              tone="critical"
              loading={confirm.isBusy}
              onClick={() => setAsked(true)}
            >
              Confirm cancellation
            </AllowedButton>
          ) : null}
          {failed.length > 0 ? (
            <AllowedButton
              action="flag.decide"
              loading={retry.isBusy || permission.isBusy}
              onClick={tryAgain}
            >
              {isNotAllowed ? "Give permission" : "Try again"}
            </AllowedButton>
          ) : null}
        </BlockStack>
      </div>
      {isAsked ? (
        <CancelModal
          effects={requested}
          onClose={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            void confirm.ask(`/app/review/${summary.id}/confirm`);
          }}
        />
      ) : null}
    </BlockStack>
  );
}

/** That the app may not do it yet is said once, below all of them. */
function EffectItem({ effect: { text, until, state, error } }: { effect: CaseEffect }) {
  const { day } = useFormat();
  const tone = TONES[state];
  return (
    <Box paddingBlock="200">
      <BlockStack gap="050">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Text as="span" breakWord>
            {until === null ? text : `${text} until ${day(until)}`}
          </Text>
          <Badge {...(tone ? { tone } : {})}>{EFFECT_STATE_LABELS[state]}</Badge>
        </InlineStack>
        {error && error !== NOT_ALLOWED ? (
          <Text as="p" variant="bodySm" tone="critical" breakWord>
            {error}
          </Text>
        ) : null}
      </BlockStack>
    </Box>
  );
}

type CancelProps = { effects: readonly CaseEffect[]; onClose: () => void; onConfirm: () => void };

function CancelModal({ effects, onClose, onConfirm }: CancelProps) {
  return (
    <Modal
      open
      onClose={onClose}
      title="Cancel these orders in Shopify?"
      primaryAction={{ content: "Cancel orders", destructive: true, onAction: onConfirm }}
      secondaryActions={[{ content: "Keep them", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="200">
          <Text as="p">
            What was paid is given back the way it was paid, the items return to stock, and the
            customer is told by Shopify’s e-mail. This cannot be undone.
          </Text>
          <List>
            {effects.map(({ id, text }) => (
              <List.Item key={id}>{text}</List.Item>
            ))}
          </List>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
