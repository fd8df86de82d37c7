import { BlockStack, Form, FormLayout, Modal } from "@shopify/polaris";
import type { ReactNode } from "react";
import { RefusedBanner } from "./refused-banner.tsx";
import type { useFormVerb } from "./use-form-verb.ts";

export type FormModalProps = {
  title: string;
  /** What the button does, such as "Save season". */
  button: string;
  /** Above what is wrong and belongs to no field, such as "Not saved". */
  notDone: string;
  verb: Pick<ReturnType<typeof useFormVerb>, "isBusy" | "refused">;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A short form in a window of its own, sent by its button or the enter key. */
export function FormModal({
  title,
  button,
  notDone,
  verb,
  onSend,
  onClose,
  children,
}: FormModalProps) {
  return (
    <Modal
      open
      onClose={onClose}
      title={title}
      primaryAction={{ content: button, loading: verb.isBusy, onAction: onSend }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <RefusedBanner title={notDone} message={verb.refused} />
          <Form onSubmit={onSend}>
            <FormLayout>{children}</FormLayout>
          </Form>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
