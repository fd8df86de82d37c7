import { Modal, TitleBar } from "@shopify/app-bridge-react";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = {
  summary: Pick<ImportSummary, "fileName" | "rows">;
  isOpen: boolean;
  onClose: () => void;
  onDiscard: () => void;
};

export function DiscardModal({ summary, isOpen, onClose, onDiscard }: Props) {
  const { number } = useFormat();
  const rows = `${number(summary.rows)} ${plural(summary.rows, "row", "rows")}`;
  return (
    <Modal id="discard-import" open={isOpen} onHide={onClose}>
      <div style={{ padding: "var(--p-space-400)" }}>
        <p>
          {`The ${rows} read from it are forgotten. No code was made of them, so nothing changes in Shopify, and your file stays as it is.`}
        </p>
      </div>
      <TitleBar title={`Discard ${summary.fileName}?`}>
        <button variant="primary" tone="critical" type="button" onClick={onDiscard}>
          Discard import
        </button>
        <button type="button" onClick={onClose}>
          Keep it
        </button>
      </TitleBar>
    </Modal>
  );
}
