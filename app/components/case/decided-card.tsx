import { Badge, BlockStack, Box, Card, InlineStack, List, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { reasonLabel } from "#app/domain/case/case.ts";
import { EFFECT_STATE_LABELS, NOT_ALLOWED, type EffectState } from "#app/domain/case/effect.ts";
import type { CaseDetail, CaseEffect } from "#app/domain/case/summary.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { usePermission } from "#app/components/frame/use-permission.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { DecisionBadge } from "./case-badges.tsx";

type Props = {
  detail: CaseDetail;
  undo: { isBusy: boolean; refused: string | null; send: () => void };
};

/** Who decided what, when and why, what came of it, and the way back. */
export function DecidedCard({ detail, undo }: Props) {
  const { decision, effects } = detail;
  return (
    <Card>
      <div id="decision">
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            Decision
          </Text>
          {decision ? (
            <BlockStack gap="100">
              <InlineStack gap="200">
                <DecisionBadge decision={decision.decision} />
              </InlineStack>
              <Text as="p" breakWord>
                {[
                  decision.reason === "other"
                    ? ""
                    : reasonLabel(decision.decision, decision.reason),
                  decision.comment,
                ]
                  .filter((part) => part !== "")
                  .join(". ")}
              </Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {decision.by}, <When at={decision.at} />
              </Text>
            </BlockStack>
          ) : (
            <Text as="p">
              Nothing is left to decide: the orders no longer count, for example because they were
              cancelled.
            </Text>
          )}
          <Effects detail={detail} />
          {decision ? (
            <>
              <RefusedBanner title="Not taken back" message={undo.refused} />
              <AllowedButton action="flag.decide" loading={undo.isBusy} onClick={undo.send}>
                Undo decision
              </AllowedButton>
              {effects.some(
                ({ kind, state }) =>
                  kind === "cancel_order" && (state === "done" || state === "begun"),
              ) ? (
                <Text as="p" variant="bodySm" tone="subdued">
                  Orders that Shopify has cancelled, or is cancelling, stay cancelled.
                </Text>
              ) : null}
            </>
          ) : null}
        </BlockStack>
      </div>
    </Card>
  );
}

const TONES: Partial<Record<EffectState, "success" | "critical" | "attention">> = {
  done: "success",
  failed: "critical",
  requested: "attention",
};

const UNDER_WAY: readonly EffectState[] = ["waiting", "begun", "undoing"];

const DECLINED =
  "Shopify did not give the permission. Try again and allow it there; until then what changes orders is not done, all else is.";

/** What the decision, or the policy, brought about, as it stands. */
export function Effects({ detail }: { detail: CaseDetail }) {
  const { effects, summary } = detail;
  const [isAsked, setAsked] = useState(false);
  const confirm = useVerb("Orders are being cancelled");
  const retry = useVerb("Trying again");
  const permission = usePermission("write_orders", "Trying again", DECLINED);
  useRefreshWhile(effects.some(({ state }) => UNDER_WAY.includes(state)));
  const shown = effects.filter(({ state }) => state !== "undone");
  if (shown.length === 0) return null;
  const requested = shown.filter(({ state }) => state === "requested");
  const isNotAllowed = shown.some(({ error }) => error === NOT_ALLOWED);
  const path = `/app/review/${summary.id}/retry`;
  const tryAgain = () => (isNotAllowed ? void permission.ask(path) : retry.send(path));
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        What came of it
      </Text>
      <ul className="bf-list">
        {shown.map((effect) => (
          <li key={effect.id}>
            <EffectItem effect={effect} />
          </li>
        ))}
      </ul>
      <RefusedBanner
        title="Not done"
        message={confirm.refused ?? retry.refused ?? permission.refused}
      />
      {requested.length > 0 ? (
        <AllowedButton action="flag.decide" tone="critical" onClick={() => setAsked(true)}>
          Confirm cancellation
        </AllowedButton>
      ) : null}
      {shown.some(({ state }) => state === "failed") ? (
        <AllowedButton
          action="flag.decide"
          loading={retry.isBusy || permission.isBusy}
          onClick={tryAgain}
        >
          {isNotAllowed ? "Give permission" : "Try again"}
        </AllowedButton>
      ) : null}
      {isAsked ? (
        <CancelModal
          effects={requested}
          onClose={() => setAsked(false)}
          onConfirm={() => {
            confirm.send(`/app/review/${summary.id}/confirm`);
            setAsked(false);
          }}
        />
      ) : null}
    </BlockStack>
  );
}

function EffectItem({ effect: { text, state, error } }: { effect: CaseEffect }) {
  const tone = TONES[state];
  return (
    <Box paddingBlock="200">
      <BlockStack gap="050">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Text as="span" breakWord>
            {text}
          </Text>
          <Badge {...(tone ? { tone } : {})}>{EFFECT_STATE_LABELS[state]}</Badge>
        </InlineStack>
        {error ? (
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
