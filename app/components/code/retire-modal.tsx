import { Modal, Text } from "@shopify/polaris";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = { codes: readonly CodeSummary[]; onClose: () => void; onRetire: () => void };

/** What retiring does, exactly, before it is done. */
export function RetireModal({ codes, onClose, onRetire }: Props) {
  const { number } = useFormat();
  const count = codes.length;
  const used = codes.filter(({ uses }) => uses > 0).length;
  const what = count === 1 ? (codes[0]?.code ?? "") : `${number(count)} codes`;
  const unused = count === 1 ? "It was never used." : "None of them was ever used.";
  const kept =
    used === 0
      ? unused
      : `${number(used)} ${plural(used, "was", "were")} used and ${plural(used, "stays", "stay")} in the reports.`;
  return (
    <Modal
      open
      onClose={onClose}
      title={`Retire ${what}?`}
      primaryAction={{
        content: plural(count, "Retire code", "Retire codes"),
        destructive: true,
        onAction: onRetire,
      }}
      secondaryActions={[{ content: plural(count, "Keep it", "Keep them"), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">
          {`Removes ${what} from the discount in Shopify for good. ${kept} To stop ${plural(count, "it", "them")} for a while, pause ${plural(count, "it", "them")} instead.`}
        </Text>
      </Modal.Section>
    </Modal>
  );
}
