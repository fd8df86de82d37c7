import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import type { BatchSummary } from "#app/domain/code/batch.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { LeftOut } from "./left-out.tsx";
import { batchSentence, batchTitle, isUnderWay, stopConsequences } from "./batch-words.ts";

type Props = { campaignId: string; batches: readonly BatchSummary[] };

/** The orders for codes of a campaign, newest first: what is under way can be followed and stopped. */
export function BatchList({ campaignId, batches }: Props) {
  const { number } = useFormat();
  const [stopping, setStopping] = useState<BatchSummary | null>(null);
  const stop = useVerb("No more codes are made");
  // The counts go on while the question stands there.
  const asked = batches.find(({ id }) => id === stopping?.id) ?? stopping;
  const confirm = () => {
    if (asked) stop.send(`/app/campaigns/${campaignId}/cancel-batch`, { batchId: asked.id });
    setStopping(null);
  };
  return (
    <>
      <RefusedBanner title="Not stopped" message={stop.refused} />
      <ul className="bf-list">
        {batches.map((batch) => (
          <li key={batch.id} style={{ paddingBlock: "var(--p-space-200)" }}>
            <Batch batch={batch} isStopping={stop.isBusy} onStop={() => setStopping(batch)} />
          </li>
        ))}
      </ul>
      <Modal id="stop-batch" open={stopping !== null} onHide={() => setStopping(null)}>
        <div style={{ padding: "var(--p-space-400)" }}>
          <p>{asked ? stopConsequences(asked, number) : null}</p>
        </div>
        <TitleBar title="Stop making codes?">
          <button variant="primary" tone="critical" type="button" onClick={confirm}>
            Stop making codes
          </button>
          <button type="button" onClick={() => setStopping(null)}>
            Go on
          </button>
        </TitleBar>
      </Modal>
    </>
  );
}

type BatchProps = { batch: BatchSummary; isStopping: boolean; onStop: () => void };

function Batch({ batch, isStopping, onStop }: BatchProps) {
  const { number } = useFormat();
  const id = useId();
  const { done, total } = batch.progress;
  const goesOn = isUnderWay(batch);
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {batchTitle(batch, number)}
        </Text>
        {goesOn ? (
          <AllowedButton action="campaign.edit" loading={isStopping} onClick={onStop}>
            Cancel
          </AllowedButton>
        ) : null}
      </InlineStack>
      <Text as="p" id={id} numeric>
        {batchSentence(batch, number)}
      </Text>
      {goesOn && total > 0 ? (
        <ProgressBar
          size="small"
          tone="primary"
          progress={Math.floor((done / total) * 100)}
          ariaLabelledBy={id}
          animated={false}
        />
      ) : null}
      {batch.error ? (
        <Text as="p" tone="critical" breakWord>
          {batch.error}
        </Text>
      ) : null}
      {batch.leftOut === null ? null : <LeftOut importId={batch.leftOut} />}
      <Text as="p" variant="bodySm" tone="subdued">
        {`By ${batch.createdBy}, `}
        <When at={batch.createdAt} />
      </Text>
    </BlockStack>
  );
}
