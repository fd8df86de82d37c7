import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ChangeState, ChangeSummary } from "#app/domain/schedule/change.ts";
import { CHANGE_STATE_LABELS } from "#app/domain/schedule/change.ts";
import { formatLocal } from "#app/components/format/date.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { actionWords } from "./action-words.ts";
import { ShopTime } from "./shop-time.tsx";

const TONES: Record<ChangeState, BadgeProps["tone"]> = {
  waiting: "attention",
  done: "success",
  failed: "critical",
  cancelled: undefined,
  undone: undefined,
};

type Props = { campaignId: string; change: ChangeSummary };

/** One change: what, when, who, what became of it, and the way back where there is one. */
export function ChangeItem({ campaignId, change }: Props) {
  const format = useFormat();
  const cancel = useVerb(change.state === "failed" ? "Set aside" : "Change cancelled");
  const undo = useVerb("Change undone");
  const { id, state, undo: way } = change;
  const send = (verb: typeof undo, path: string) =>
    verb.send(`/app/campaigns/${campaignId}/${path}`, { changeId: id });
  const words = actionWords(change.action, change, format);
  const tone = TONES[state];
  return (
    <BlockStack gap="100" inlineAlign="start">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="bodyMd" fontWeight="semibold" breakWord>
          {words}
        </Text>
        <Badge {...(tone ? { tone } : {})}>{CHANGE_STATE_LABELS[state]}</Badge>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        <ShopTime at={change.dueAt} />
        {` · ${whoWords(change)}`}
      </Text>
      {change.given ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {`Given as ${formatLocal(change.given.local, format.locale)} in ${change.given.timeZone.replaceAll("_", " ")}, which was the shop’s time zone.`}
        </Text>
      ) : null}
      {change.error ? (
        <Text as="p" tone={state === "waiting" ? "caution" : "critical"} breakWord>
          {change.error}
          {change.retryAt ? (
            <>
              {" Next try: "}
              <ShopTime at={change.retryAt} />.
            </>
          ) : null}
        </Text>
      ) : null}
      <RefusedBanner title="Not cancelled" message={cancel.refused} />
      <RefusedBanner title="Not undone" message={undo.refused} />
      {state === "waiting" || state === "failed" ? (
        <AllowedButton
          action="campaign.edit"
          variant="plain"
          loading={cancel.isBusy}
          accessibilityLabel={`${state === "failed" ? "Set aside" : "Cancel"}: ${words}`}
          onClick={() => send(cancel, "cancel-change")}
        >
          {state === "failed" ? "Set aside" : "Cancel change"}
        </AllowedButton>
      ) : null}
      {way?.may ? (
        <AllowedButton
          action="campaign.edit"
          variant="plain"
          loading={undo.isBusy}
          accessibilityLabel={`Undo: ${words}`}
          onClick={() => send(undo, "undo-change")}
        >
          Undo change
        </AllowedButton>
      ) : null}
      {way && !way.may ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {`Cannot be undone: ${way.why}`}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function whoWords({ state, createdBy, undoneBy }: ChangeSummary): string {
  if (state === "cancelled") return `asked by ${createdBy}, cancelled by ${undoneBy ?? "someone"}`;
  if (state === "undone") return `asked by ${createdBy}, undone by ${undoneBy ?? "someone"}`;
  return `asked by ${createdBy}`;
}
