import { Text } from "@shopify/polaris";
import type { PeopleCount, PeopleLine, PeopleLines } from "#app/domain/insight/people-line.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { BehindPage } from "#app/components/list/behind-page.tsx";

type Answer = PeopleLines;

/** What a share of people is taken of, order by order; who they are stands in Shopify, behind each order. */
export function PeoplePage({ answer }: { answer: Answer }) {
  const { days, number } = useFormat();
  const { of, label, range, count, lines, next } = answer;
  const { title, note, counted } = WORDS[of](answer);
  return (
    <BehindPage
      title={title}
      subtitle={`${label}, ${days(range)}`}
      back={backOf(answer)}
      of={of === "issued" ? "people" : "orders"}
      count={counted(count, number)}
      none="Nobody in these days."
      isEmpty={lines.length === 0}
      next={next}
    >
      <Text as="p" tone="subdued">
        {note}
      </Text>
      <Lines answer={answer} title={title} />
    </BehindPage>
  );
}

function backOf({ slice, range: { from, to } }: Answer) {
  const query = new URLSearchParams({ from, to });
  const [grain, id] = slice.split(":");
  return grain === "campaign"
    ? { content: "Report", url: `/app/campaigns/${id}/report?${query}` }
    : { content: "Insights", url: `/app/insights?${query}` };
}

const COUNTED = "Orders count that are no tests and were not cancelled.";

type Say = (value: number) => string;
type Words = { title: string; note: string; counted: (count: PeopleCount, say: Say) => string };

const orders: Words["counted"] = ({ all }, say) => `${say(all)} ${plural(all, "order", "orders")}`;
const people =
  (what: string): Words["counted"] =>
  ({ all, did }, say) =>
    `${say(all)} ${plural(all, "person", "people")}, ${say(did ?? 0)} ${what}`;

const WORDS: Record<Answer["of"], (answer: Answer) => Words> = {
  new: () => ({
    title: "Orders by new customers",
    note: `Each is the person’s first order of all. ${COUNTED}`,
    counted: orders,
  }),
  returning: () => ({
    title: "Orders by returning customers",
    note: `Each person had ordered before. ${COUNTED}`,
    counted: orders,
  }),
  unknown: () => ({
    title: "Orders by unknown customers",
    note: `They have no customer account, e-mail or phone. ${COUNTED}`,
    counted: orders,
  }),
  again: ({ within }) => ({
    title: `Ordered again within ${within} days`,
    note: `Everyone whose first order with the code was in these days and whose ${within} days are over, with their next order of any kind.`,
    counted: people("ordered again"),
  }),
  issued: ({ channel }) => ({
    title: channel ? `Issued by ${channel}` : "Issued to",
    note: "Everyone it was first issued to in these days, with their first use since. Who they are stands in the list that was brought.",
    counted: people("redeemed"),
  }),
};

const NEXT_HEADS = ["Next order", "After"];

function Lines({ answer, title }: { answer: Answer; title: string }) {
  const { of, lines } = answer;
  const heads =
    of === "issued"
      ? ["Issued", "By", "First use", "Used"]
      : ["Order", "Placed", ...(of === "again" ? NEXT_HEADS : [])];
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">{`${title}, newest first`}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="bf-said-in-words">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          of === "issued" ? (
            <IssuedRow key={line.id} line={line} />
          ) : (
            <OrderRow key={line.id} line={line} answer={answer} />
          ),
        )}
      </tbody>
    </table>
  );
}

function OrderRow({ line: { order, next }, answer }: { line: PeopleLine; answer: Answer }) {
  const { date } = useFormat();
  if (!order) return null;
  return (
    <tr>
      <th scope="row">
        <OrderLink id={order.id}>{order.name}</OrderLink>
      </th>
      <td data-label="Placed" className="bf-said-in-words">
        {date(order.at)}
      </td>
      {answer.of === "again" ? (
        <>
          <td data-label={NEXT_HEADS[0]} className="bf-said-in-words">
            {next ? <OrderLink id={next.id}>{next.name}</OrderLink> : "None yet"}
          </td>
          <td data-label={NEXT_HEADS[1]} className="bf-said-in-words">
            {next ? <After days={next.days} within={answer.within} /> : "–"}
          </td>
        </>
      ) : null}
    </tr>
  );
}

function After({ days, within }: { days: number; within: number }) {
  const { number } = useFormat();
  const text = `${number(days)} ${plural(days, "day", "days")}`;
  return days <= within ? text : `${text}, too late to count`;
}

function IssuedRow({ line: { order, issued } }: { line: PeopleLine }) {
  const { date } = useFormat();
  if (!issued) return null;
  return (
    <tr>
      <th scope="row">{date(issued.at)}</th>
      <td data-label="By" className="bf-said-in-words">
        {issued.channel}
      </td>
      <td data-label="First use" className="bf-said-in-words">
        {order ? <OrderLink id={order.id}>{order.name}</OrderLink> : "Not used yet"}
      </td>
      <td data-label="Used" className="bf-said-in-words">
        {order ? date(order.at) : "–"}
      </td>
    </tr>
  );
}
