import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AttentionRow } from "./attention-row.tsx";

type Item = Extract<AttentionItem, { kind: "anomaly" }>;

/** A code that is used far more than it ever is, and nobody announced it. */
export function RunsHigh({ item }: { item: Item }) {
  const { number } = useFormat();
  const { campaign, code, claims, expected, at } = item;
  const usual = number(Math.round(expected * 10) / 10);
  return (
    <AttentionRow
      badge={{ text: "Runs high", tone: "warning" }}
      title={`${code ?? campaign.name} is used more than it ever is`}
      detail={
        <>
          {`${number(claims)} in a quarter of an hour where ${usual} were usual, `}
          <When at={at} />. See whether the orders are from those it was meant for. If it got about,
          pause it or replace the code; if you sent it out, all is well.
        </>
      }
      action={{
        content: "See what happened",
        url: `/app/campaigns/${campaign.id}/report?days=7`,
        needs: "campaign.view",
      }}
    />
  );
}
