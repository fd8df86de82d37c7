import { ACTION_LABELS } from "#app/domain/schedule/action.ts";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { When } from "#app/components/format/when.tsx";
import { AttentionRow } from "./attention-row.tsx";

type Item = Extract<AttentionItem, { kind: "change_failed" }>;

/** A scheduled change that could not be done at its time. */
export function ChangeFailed({ item }: { item: Item }) {
  return (
    <AttentionRow
      badge={{ text: "Not done", tone: "critical" }}
      title={`${item.campaign.name}: “${ACTION_LABELS[item.action]}” could not be done`}
      detail={
        <>
          It was scheduled for <When at={item.dueAt} />. {item.error}
        </>
      }
      action={{
        content: "See schedule",
        url: `/app/campaigns/${item.campaign.id}#schedule`,
        needs: "campaign.view",
      }}
    />
  );
}
