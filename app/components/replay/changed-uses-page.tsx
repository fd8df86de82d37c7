import { Badge } from "@shopify/polaris";
import {
  BECOMES_LABELS,
  type Becomes,
  type ChangedChoice,
  type ChangedUses,
} from "#app/domain/replay/history.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { TriedOrders } from "#app/components/job/tried-orders.tsx";
import { BehindPage } from "#app/components/list/behind-page.tsx";
import { changedUsesUrl } from "./changed-uses-url.ts";
import { triedNames, type TriedName } from "./tried-names.ts";

/** The orders behind a number of “What would this have done?”, which can be taken along as a file. */
export function ChangedUsesPage({ id, campaign, choice, of, rows, next, ...changed }: ChangedUses) {
  const { number, money, locale } = useFormat();
  const { limits, names, currency } = changed;
  const tried = triedNames(limits, names, locale);
  return (
    <BehindPage
      title={TITLES[choice === "changed" ? "changed" : choice.becomes]}
      subtitle={subtitleOf(campaign, choice, tried)}
      back={{ content: "What would this have done?", url: "/app/insights/what-if" }}
      of="orders"
      count={`${number(of)} ${plural(of, "order", "orders")}`}
      none="None. Choose another number of the answer."
      isEmpty={rows.length === 0}
      next={next}
      exportUrl={changedUsesUrl(id, choice, "orders/export")}
    >
      <TriedOrders
        rows={rows.map((use) => ({ ...use, id: use.orderId }))}
        currency={currency}
        codes={{ label: "Code", of: ({ code }) => code }}
        more={[
          {
            ...{ key: "total", label: "Order total" },
            of: ({ totalMinor }) => money(totalMinor, currency),
          },
          ...tried.map(({ side, label }) => ({
            ...{ key: side, label },
            of: (use: Record<typeof side, Becomes | null>) => <Fate becomes={use[side]} />,
          })),
        ]}
      />
    </BehindPage>
  );
}

const TITLES = {
  changed: "Orders that would go otherwise",
  refused: "Orders refused the code",
  allowed: "Orders let through",
} satisfies Record<Becomes | "changed", string>;

function subtitleOf(campaign: string, choice: ChangedChoice, tried: readonly TriedName[]): string {
  const chosen = tried.filter(({ side }) => choice === "changed" || choice.side === side);
  return `${campaign}: ${chosen.map(({ said }) => said).join(" ")}`;
}

function Fate({ becomes }: { becomes: Becomes | null }) {
  if (becomes === null) return "As now";
  return (
    <Badge tone={becomes === "refused" ? "warning" : "success"}>{BECOMES_LABELS[becomes]}</Badge>
  );
}
