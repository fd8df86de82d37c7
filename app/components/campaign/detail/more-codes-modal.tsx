import { Form, FormLayout, Modal, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { MOST_CODES } from "#app/domain/campaign/read-codes.ts";
import { GuessMeter } from "#app/components/code/guess-meter.tsx";
import { wholeNumber } from "#app/components/code/whole-number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

export type MoreCodesProps = {
  campaign: Pick<CampaignDetail, "id" | "codes">;
  unique: NonNullable<CampaignDetail["unique"]>;
  onClose: () => void;
};

/** How many more, and how hard all of them together are then to guess. */
export function MoreCodesModal({ campaign, unique, onClose }: MoreCodesProps) {
  const { number } = useFormat();
  const [typed, setTyped] = useState("100");
  // A refusal speaks of what was sent and of nothing else.
  const [sent, setSent] = useState<string | null>(null);
  const make = useVerb("More codes are being made");
  const close = useLatest(onClose);
  useEffect(() => {
    if (make.isDone) close.current();
  }, [make.isDone, close]);
  const count = wholeNumber(typed);
  const send = () => {
    setSent(typed);
    make.send(`/app/campaigns/${campaign.id}/codes`, { count: typed });
  };
  return (
    <Modal
      open
      onClose={onClose}
      title="Make more codes"
      primaryAction={{ content: "Make codes", loading: make.isBusy, onAction: send }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <Form onSubmit={send}>
          <FormLayout>
            <TextField
              label="How many codes"
              autoComplete="off"
              inputMode="numeric"
              value={typed}
              error={sent === typed ? (make.refused ?? false) : false}
              helpText={`Up to ${number(MOST_CODES)} at once. They begin with ${unique.prefix} as before and are made in the background.`}
              onChange={setTyped}
            />
            {count === null ? null : (
              <GuessMeter shape={unique} count={campaign.codes.count + count} />
            )}
          </FormLayout>
        </Form>
      </Modal.Section>
    </Modal>
  );
}
