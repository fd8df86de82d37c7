import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { CASE_DECISION_LABELS } from "#app/domain/case/case.ts";
import type { CalibrationSummary, Shown, WrongCase } from "#app/domain/calibration/summary.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { SectionHeading } from "#app/components/frame/section-heading.tsx";

type Props = Pick<CalibrationSummary, "missed" | "mistaken" | "unseen">;

/** What the threshold was wrong about: abuse below it, fine above it, and what nobody looked at. */
export function MissedCards({ missed, mistaken, unseen }: Props) {
  return (
    <>
      <Cases
        title="Missed"
        text="Decided to be abuse, though the score is below the threshold or there is none: an exact rule found it, or the threshold was another."
        none="Nothing that was decided to be abuse lies below the threshold."
        cases={missed}
      />
      <Cases
        title="Flagged, and fine"
        text="Above the threshold, and decided to be fine."
        none="Nothing above the threshold was decided to be fine."
        cases={mistaken}
      />
      <Unseen unseen={unseen} />
    </>
  );
}

type CasesProps = { title: string; text: string; none: string; cases: Shown<WrongCase> };

function Cases({ title, text, none, cases: { rows, of } }: CasesProps) {
  const { percent } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <SectionHeading title={title} text={text} />
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            {none}
          </Text>
        ) : (
          <table className="bf-numbers">
            <caption className="bf-unseen">{title}</caption>
            <thead>
              <tr>
                <th scope="col">Case</th>
                <th scope="col">Orders</th>
                <th scope="col">Score</th>
                <th scope="col">Decided</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, number, score, decision, orders }) => (
                <tr key={`${id} ${orders[0]?.id} ${decision}`}>
                  <th scope="row">
                    {id === null ? (
                      "A flag by itself"
                    ) : (
                      <Link url={`/app/review/${id}`}>{`Case ${number}`}</Link>
                    )}
                  </th>
                  <td data-label="Orders">{orders.map(({ name }) => name).join(", ")}</td>
                  <td data-label="Score">{score === null ? "exact rule" : percent(score)}</td>
                  <td data-label="Decided">{CASE_DECISION_LABELS[decision]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <FirstOf shown={rows.length} of={of} />
      </BlockStack>
    </Card>
  );
}

function Unseen({ unseen: { rows, of } }: Pick<Props, "unseen">) {
  const { percent } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <SectionHeading
          title="Not looked at"
          text="Orders below the threshold with something against them, by people whose other orders were decided to be abuse. The likeliest first."
        />
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            None.
          </Text>
        ) : (
          <table className="bf-numbers">
            <caption className="bf-unseen">Not looked at</caption>
            <thead>
              <tr>
                <th scope="col">Order</th>
                <th scope="col">Placed</th>
                <th scope="col">Score</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, placedAt, score }) => (
                <tr key={id}>
                  <th scope="row">
                    <OrderLink id={id}>{name}</OrderLink>
                  </th>
                  <td data-label="Placed">
                    <When at={placedAt} />
                  </td>
                  <td data-label="Score">{percent(score)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <FirstOf shown={rows.length} of={of} />
      </BlockStack>
    </Card>
  );
}

function FirstOf({ shown, of }: { shown: number; of: number }) {
  const { number } = useFormat();
  if (shown >= of) return null;
  return (
    <Text as="p" tone="subdued">
      {`These are the first ${number(shown)} of ${number(of)}.`}
    </Text>
  );
}
