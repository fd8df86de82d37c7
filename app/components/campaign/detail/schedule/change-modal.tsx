import { BlockStack, Form, FormLayout, Modal } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { ACTION_LABELS, type ActionKind } from "#app/domain/schedule/action.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { ActionFields } from "./action-fields.tsx";
import { ChangePreviewBox } from "./change-preview.tsx";
import { useChange } from "./use-change.ts";
import { WhenFields } from "./when-fields.tsx";

export type ChangeModalProps = {
  campaignId: string;
  /** What can be chosen from; a single one is not asked for. */
  kinds: readonly ActionKind[];
  /** The code that a replacement is of. */
  code: { id: string; code: string } | null;
  /** Whether the app can make another code like it. */
  isAlike: boolean;
  /** What is chosen at first. */
  at: "now" | "later";
  onClose: () => void;
};

/** Asks what is to be done and when, shows what that will do, and does it only then. */
export function ChangeModal({ campaignId, kinds, code, isAlike, at, onClose }: ChangeModalProps) {
  const [isLater, setLater] = useState(at === "later");
  const change = useChange(campaignId, kinds[0] ?? "pause", code?.id ?? "", isLater);
  const close = useLatest(onClose);
  useEffect(() => {
    if (change.isDone) close.current();
  }, [change.isDone, close]);
  const { preview, form } = change;
  const [only] = kinds;
  const title = kinds.length === 1 && only ? ACTION_LABELS[only] : "Change campaign";
  const confirm = isLater ? "Schedule change" : title === "Change campaign" ? "Change now" : title;
  return (
    <Modal
      open
      onClose={onClose}
      title={kinds.length === 1 && code ? `${title} ${code.code}` : title}
      primaryAction={
        preview
          ? { content: confirm, loading: change.isSending, onAction: change.send }
          : { content: "See what it does", loading: change.isLooking, onAction: change.look }
      }
      secondaryActions={[{ content: "Keep as it is", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <RefusedBanner title="Not changed" message={change.refused} />
          <Form onSubmit={preview ? change.send : change.look}>
            <FormLayout>
              <ActionFields kinds={kinds} isAlike={isAlike} change={change} />
              <WhenFields isLater={isLater} onLater={setLater} change={change} />
            </FormLayout>
          </Form>
          <div role="status">
            {preview ? <ChangePreviewBox key={JSON.stringify(form)} preview={preview} /> : null}
          </div>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
