import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { reasonLabel } from "#app/domain/case/case.ts";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { DecisionBadge } from "./case-badges.tsx";
import { Effects } from "./effects.tsx";

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
