import { Link, Text } from "@shopify/polaris";
import type { CheckoutLine, CheckoutLines } from "#app/domain/checkout/checkout-list.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { BehindPage } from "#app/components/list/behind-page.tsx";

/** Checkouts at which a campaign's code was entered, and the orders they became. */
export function CheckoutsPage({ campaign, of, range, count, checkouts, next }: CheckoutLines) {
  const { number, days, moment } = useFormat();
  const query = new URLSearchParams({ from: range.from, to: range.to });
  const { title, none } = WORDS[of];
  return (
    <BehindPage
      title={title}
      subtitle={`${campaign.name}, ${days(range)}`}
      back={{ content: "Report", url: `/app/campaigns/${campaign.id}/report?${query}` }}
      of="checkouts"
      count={`${number(count)} ${plural(count, "checkout", "checkouts")}`}
      none={none}
      isEmpty={checkouts.length === 0}
      next={next}
    >
      {of === "open" ? <WhoLeft /> : null}
      <table className="bf-numbers">
        <caption className="bf-unseen">{`${title}, newest first`}</caption>
        <thead>
          <tr>
            {["Began", "Codes", "Order"].map((head) => (
              <th key={head} scope="col" className="bf-said-in-words">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checkouts.map((line) => (
            <tr key={line.key}>
              <th scope="row">{moment(line.startedAt)}</th>
              <td data-label="Codes" className="bf-code bf-said-in-words">
                {line.codes.join(", ") || "–"}
              </td>
              <td data-label="Order" className="bf-said-in-words">
                <Became line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </BehindPage>
  );
}

const WORDS: Record<CheckoutLines["of"], { title: string; none: string }> = {
  all: {
    title: "Checkouts with the code",
    none: "No checkout of these days had the code.",
  },
  ordered: {
    title: "Checkouts that were ordered",
    none: "No checkout of these days that had the code became an order.",
  },
  open: {
    title: "Checkouts that were not ordered",
    none: "All checkouts of these days that had the code became orders.",
  },
};

function Became({ line: { isOrdered, order } }: { line: CheckoutLine }) {
  if (order) return <OrderLink id={order.id}>{order.name}</OrderLink>;
  return isOrdered ? "Ordered" : "Not ordered";
}

/** Whose they were is in Shopify alone. */
function WhoLeft() {
  return (
    <Text as="p" tone="subdued">
      {"Whoever entered an e-mail or phone and left is in Shopify, under "}
      <Link url="shopify://admin/checkouts" target="_top">
        Abandoned checkouts
      </Link>
      {"."}
    </Text>
  );
}
