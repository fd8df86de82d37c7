import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AttentionRow } from "./attention-row.tsx";

type Item = Extract<AttentionItem, { kind: "cap_reached" }>;

/** A campaign that its budget has paused. */
export function CapReached({ item }: { item: Item }) {
  const { money, number } = useFormat();
  const { campaign, cap, most, currency } = item;
  const isSpend = cap === "spend";
  const what = isSpend ? `${money(most, currency)} taken off` : `${number(most)} uses`;
  return (
    <AttentionRow
      badge={{ text: "Cap reached", tone: "attention" }}
      title={`${campaign.name} is paused: its cap of ${what} is reached`}
      detail="Its codes are refused at checkout. It goes on when the cap is raised."
      action={{
        content: "Raise the cap",
        url: `/app/campaigns/${campaign.id}/edit#${isSpend ? "spendCap" : "totalCap"}`,
        needs: "campaign.edit",
      }}
    />
  );
}
