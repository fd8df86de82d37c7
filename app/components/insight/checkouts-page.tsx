import { Link } from "@shopify/polaris";
import type { CheckoutLine, CheckoutLines } from "#app/domain/checkout/checkout-list.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { BehindPage } from "#app/components/list/behind-page.tsx";

/** Checkouts with a campaign's code: whose they are stands in Shopify, behind each. */
export function CheckoutsPage({ campaign, of, range, count, checkouts, next }: CheckoutLines) {
  const { number, day, moment } = useFormat();
  const query = new URLSearchParams({ from: range.from, to: range.to });
  const { title, none } = WORDS[of];
  return (
    <BehindPage
      title={title}
      subtitle={`${campaign.name}, ${day(range.from)} – ${day(range.to)}`}
      back={{ content: "Report", url: `/app/campaigns/${campaign.id}/report?${query}` }}
      of="checkouts"
      count={`${number(count)} ${plural(count, "checkout", "checkouts")}`}
      none={none}
      isEmpty={checkouts.length === 0}
      next={next}
    >
      <table className="bf-numbers">
        <caption className="bf-unseen">{`${title}, newest first`}</caption>
        <thead>
          <tr>
            {["Checkout", "Began"].map((head) => (
              <th key={head} scope="col" className="bf-said-in-words">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checkouts.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <Opens line={line} />
              </th>
              <td data-label="Began" className="bf-said-in-words">
                {moment(line.startedAt)}
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

function Opens({ line: { id, order } }: { line: CheckoutLine }) {
  if (order) return <OrderLink id={order.id}>{`Order ${order.name}`}</OrderLink>;
  return (
    <Link url={`shopify://admin/checkouts/${id}`} target="_top">
      {`Checkout ${id}`}
    </Link>
  );
}
