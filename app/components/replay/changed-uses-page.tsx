import { Badge, Banner, BlockStack, Card, Page, Text } from "@shopify/polaris";
import {
  BECOMES_LABELS,
  type Becomes,
  type ChangedChoice,
  type ChangedUses,
} from "#app/domain/replay/history.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { PageButtons } from "#app/components/list/page-buttons.tsx";
import { useDownload } from "#app/components/list/use-download.ts";
import { changedUsesUrl } from "./changed-uses-url.ts";
import { triedNames, type TriedName } from "./tried-names.ts";

/** The orders behind a number of “What would this have done?”, which can be taken along as a file. */
export function ChangedUsesPage({ next, ...changed }: ChangedUses) {
  const { number, locale } = useFormat();
  const download = useDownload();
  const { id, campaign, choice, of, rows, limits, names } = changed;
  const tried = triedNames(limits, names, locale);
  return (
    <Page
      title={TITLES[choice === "changed" ? "changed" : choice.becomes]}
      subtitle={subtitleOf(campaign, choice, tried)}
      backAction={{ content: "What would this have done?", url: "/app/insights/what-if" }}
      secondaryActions={[
        {
          content: "Export CSV",
          disabled: download.isBusy || rows.length === 0,
          onAction: () => void download.start(changedUsesUrl(id, choice, "orders/export")),
        },
      ]}
    >
      <BlockStack gap="400">
        {download.problem ? (
          <Banner tone="critical" title="Not exported">
            <p>{download.problem}</p>
          </Banner>
        ) : null}
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {`${number(of)} ${plural(of, "order", "orders")}`}
            </Text>
            {rows.length === 0 ? (
              <Text as="p" tone="subdued">
                None. Choose another number of the answer.
              </Text>
            ) : (
              <Uses {...changed} tried={tried} />
            )}
            <PageButtons of="orders" next={next} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
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

type UsesProps = Pick<ChangedUses, "rows" | "currency"> & { tried: readonly TriedName[] };

function Uses({ rows, currency, tried }: UsesProps) {
  const { money } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">Orders, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Placed</th>
          <th scope="col">Code</th>
          <th scope="col">Discount</th>
          <th scope="col">Order total</th>
          {tried.map(({ side, label }) => (
            <th key={side} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((use) => (
          <tr key={`${use.orderId} ${use.code}`}>
            <th scope="row">
              <OrderLink id={use.orderId}>{use.name}</OrderLink>
            </th>
            <td data-label="Placed">
              <When at={use.placedAt} />
            </td>
            <td data-label="Code" className="bf-code">
              {use.code}
            </td>
            <td data-label="Discount">{money(use.discountMinor, currency)}</td>
            <td data-label="Order total">{money(use.totalMinor, currency)}</td>
            {tried.map(({ side, label }) => (
              <td key={side} data-label={label}>
                <Fate becomes={use[side]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fate({ becomes }: { becomes: Becomes | null }) {
  if (becomes === null) return "As now";
  return (
    <Badge tone={becomes === "refused" ? "warning" : "success"}>{BECOMES_LABELS[becomes]}</Badge>
  );
}
