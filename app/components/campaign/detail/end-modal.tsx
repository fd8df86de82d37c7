import { Modal, TitleBar } from "@shopify/app-bridge-react";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { plural } from "#app/components/format/number.ts";

type Props = {
  campaign: Pick<CampaignDetail, "name" | "codes" | "uses"> &
    Partial<Pick<CampaignDetail, "publicCode">>;
  isOpen: boolean;
  number: (value: number) => string;
  onClose: () => void;
  onEnd: () => void;
};

/** What ending does, exactly, before it is done. */
export function endConsequences(
  campaign: Props["campaign"],
  number: (value: number) => string,
): string[] {
  const { codes, uses, name, publicCode } = campaign;
  const which =
    codes.kind === "public"
      ? `The code ${publicCode?.code ?? name} stops`
      : `All ${number(codes.count)} codes stop`;
  const used =
    uses === 0
      ? "It was never used."
      : `${number(uses)} ${plural(uses, "use stays", "uses stay")} in the reports.`;
  return [
    `${which} working at checkout within seconds. Orders already placed keep their discount.`,
    used,
    "An ended campaign cannot be started again. To stop it for a while, pause it instead.",
  ];
}

export function EndModal({ campaign, isOpen, number, onClose, onEnd }: Props) {
  return (
    <Modal id="end-campaign" open={isOpen} onHide={onClose}>
      <div style={{ padding: "var(--p-space-400)" }}>
        {endConsequences(campaign, number).map((sentence) => (
          <p key={sentence} style={{ marginBlockEnd: "var(--p-space-200)" }}>
            {sentence}
          </p>
        ))}
      </div>
      <TitleBar title={`End ${campaign.name}?`}>
        <button variant="primary" tone="critical" type="button" onClick={onEnd}>
          End campaign
        </button>
        <button type="button" onClick={onClose}>
          Keep it
        </button>
      </TitleBar>
    </Modal>
  );
}
