import type { ReactElement } from "react";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { RetrySyncButton } from "#app/components/campaign/retry-sync-button.tsx";
import { driftTitle } from "#app/components/campaign/detail/drift/drift-words.ts";
import { AttentionRow } from "./attention-row.tsx";
import { LeakedCode } from "./leaked-code.tsx";
import { RunsHigh } from "./runs-high.tsx";
import { GuardFull } from "./guard-full.tsx";
import { CapReached } from "./cap-reached.tsx";
import { ChangeFailed } from "./change-failed.tsx";

type Of<K extends AttentionItem["kind"]> = Extract<AttentionItem, { kind: K }>;

// One renderer a kind: a new kind of trouble does not compile until it can be shown.
const RENDERERS: { [K in AttentionItem["kind"]]: (props: { item: Of<K> }) => ReactElement } = {
  case: OpenCase,
  more_cases: MoreCases,
  set_aside: SetAside,
  anomaly: RunsHigh,
  leak: LeakedCode,
  sync_failed: SyncFailed,
  drift: Drifted,
  change_failed: ChangeFailed,
  cap_reached: CapReached,
  codes_refused: CodesRefused,
  expiring: Expiring,
  guard_failed: GuardFailed,
  guard_full: GuardFull,
};

export function AttentionEntry({ item }: { item: AttentionItem }) {
  const Renderer = RENDERERS[item.kind] as (props: { item: AttentionItem }) => ReactElement;
  return <Renderer item={item} />;
}

/** Tells the items of one list apart. */
export function attentionKey(item: AttentionItem): string {
  if (item.kind === "case") return `${item.kind}-${item.found.id}`;
  if (item.kind === "drift" || item.kind === "change_failed") return `${item.kind}-${item.id}`;
  if (item.kind === "anomaly" || item.kind === "leak") return `${item.kind}-${item.id}`;
  if (item.kind === "guard_full") return `${item.kind}-${item.what}`;
  if ("campaign" in item) return `${item.kind}-${item.campaign.id}`;
  return item.kind;
}

function OpenCase({ item: { found } }: { item: Of<"case"> }) {
  const { number } = useFormat();
  return (
    <AttentionRow
      badge={{ text: "To review", tone: "warning" }}
      title={found.sentence}
      detail={
        <>
          Case {found.number}, {ordersText(found.orders, number)}, due <When at={found.dueAt} />
        </>
      }
      action={{ content: "Review case", url: `/app/review/${found.id}`, needs: "flag.view" }}
    />
  );
}

/** A ring has dozens: the first few say which case it is. */
const ORDERS_NAMED = 3;

function ordersText(
  orders: readonly { name: string }[],
  number: (value: number) => string,
): string {
  const named = orders.slice(0, ORDERS_NAMED).map(({ name }) => name);
  const more = orders.length - named.length;
  return `${plural(orders.length, "order", "orders")} ${named.join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`;
}

function MoreCases({ item: { count } }: { item: Of<"more_cases"> }) {
  const { number } = useFormat();
  return (
    <AttentionRow
      badge={{ text: "To review", tone: "warning" }}
      title={`${number(count)} more ${plural(count, "case is", "cases are")} open`}
      detail="Those that are due first stand above."
      action={{ content: "See all cases", url: "/app/review", needs: "flag.view" }}
    />
  );
}

function SetAside({ item: { count } }: { item: Of<"set_aside"> }) {
  const { number } = useFormat();
  return (
    <AttentionRow
      badge={{ text: "Not taken in", tone: "critical" }}
      title={`${number(count)} ${plural(count, "webhook", "webhooks")} of Shopify could not be taken in`}
      detail="Numbers may lack something until they are. Each is kept and says why."
      action={{ content: "See why", url: "/app/settings/orders", needs: "audit.view" }}
    />
  );
}

function SyncFailed({ item }: { item: Of<"sync_failed"> }) {
  return (
    <AttentionRow
      badge={{ text: "Not in Shopify", tone: "critical" }}
      title={`${item.campaign.name} is not up to date in Shopify`}
      detail={item.error}
      action={<RetrySyncButton campaignId={item.campaign.id} />}
    />
  );
}

function Drifted({ item }: { item: Of<"drift"> }) {
  const { locale, number } = useFormat();
  const { isOpen, campaign } = item;
  const told = { ...item, kind: item.what, state: isOpen ? "open" : "adopted" } as const;
  const url = `/app/campaigns/${campaign.id}`;
  return (
    <AttentionRow
      badge={{ text: "Changed in Shopify", tone: isOpen ? "warning" : "info" }}
      title={driftTitle(told, { locale, number })}
      detail={
        isOpen ? (
          "Keep Shopify’s or restore ours: nothing is overwritten until you choose."
        ) : (
          <>
            Taken over <When at={item.foundAt} />. Ours can be restored.
          </>
        )
      }
      action={
        isOpen
          ? { content: "Keep or restore", url: `${url}#conflict`, needs: "campaign.edit" }
          : { content: "See what changed", url, needs: "campaign.view" }
      }
    />
  );
}

function CodesRefused({ item }: { item: Of<"codes_refused"> }) {
  const { number } = useFormat();
  const codes = plural(item.count, "code", "codes");
  return (
    <AttentionRow
      badge={{ text: "Codes refused", tone: "critical" }}
      title={`Shopify refused ${number(item.count)} ${codes} of ${item.campaign.name}`}
      detail="Shoppers cannot use them. Each one says why it was refused."
      action={{
        content: "See codes",
        url: `/app/codes?campaign=${item.campaign.id}&state=failed`,
        needs: "code.view",
      }}
    />
  );
}

function Expiring({ item }: { item: Of<"expiring"> }) {
  const { number } = useFormat();
  const left =
    item.unused === null
      ? "Extend it if it should go on."
      : `${number(item.unused)} ${plural(item.unused, "use is", "uses are")} left. Extend it if it should go on.`;
  return (
    <AttentionRow
      badge={{ text: "Ends soon", tone: "attention" }}
      title={`${item.campaign.name} ends soon`}
      detail={
        <>
          Ends <When at={item.endsAt} />. {left}
        </>
      }
      action={{
        content: "Extend campaign",
        url: `/app/campaigns/${item.campaign.id}/edit#endsAt`,
        needs: "campaign.edit",
      }}
    />
  );
}

function GuardFailed({ item }: { item: Of<"guard_failed"> }) {
  return (
    <AttentionRow
      badge={{ text: "Limits not held", tone: "critical" }}
      title="Limits per customer are not held at checkout right now"
      detail={`${item.error} Codes still work, and orders over a limit are flagged for review.`}
      action={{ content: "See activity", url: "/app/settings/activity", needs: "audit.view" }}
    />
  );
}
