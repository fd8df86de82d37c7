import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AttentionRow } from "./attention-row.tsx";

type Full = Extract<AttentionItem, { kind: "guard_full" }>;

const NAMED = 3;

/** What checkout has no room for any more. */
export function GuardFull({ item }: { item: Full }) {
  const { number } = useFormat();
  const { campaigns } = item;
  const more = campaigns.length - NAMED;
  const named = campaigns.slice(0, NAMED).map(({ name }) => name);
  const names = named.join(", ") + (more > 0 ? ` and ${number(more)} more` : "");
  const { badge, tone, title, detail } = wordsOf(item);
  return (
    <AttentionRow
      badge={{ text: badge, tone }}
      title={`${title}: ${names}`}
      detail={detail}
      action={{ content: "See checkout", url: "/app/settings/checkout", needs: "campaign.view" }}
    />
  );
}

function wordsOf({ what, overflow }: Full) {
  switch (what) {
    case "dropped":
      return {
        badge: "Limits not held",
        tone: "critical",
        title: "No room at checkout for the limits of",
        detail: "End campaigns you no longer need. Orders over a limit are flagged for review.",
      } as const;
    case "switched":
      return {
        badge: "Checkout is full",
        tone: "warning",
        title:
          overflow === "sign_in"
            ? "Guests are asked to sign in for codes of"
            : "Guests are let through with codes of",
        detail: "There is no room to compare more guests.",
      } as const;
    case "folded":
      return {
        badge: "Checkout is nearly full",
        tone: "attention",
        title: "Stored shortened at checkout, still held",
        detail: "End campaigns you no longer need before the limits of some are left out.",
      } as const;
  }
}
