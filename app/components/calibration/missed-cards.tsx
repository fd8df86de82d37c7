import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { CalibrationSummary, DecidedRow, Shown } from "#app/domain/calibration/summary.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { SectionHeading } from "#app/components/frame/section-heading.tsx";
import { decidedCasesUrl } from "./cases-url.ts";
import { DecidedTable } from "./decided-table.tsx";

type Props = Pick<CalibrationSummary, "missed" | "mistaken" | "unseen">;

/** What scores were wrong about: abuse they had not flagged, what they flagged and was fine, and what nobody looked at. */
export function MissedCards({ missed, mistaken, unseen }: Props) {
  return (
    <>
      <Cases
        list="missed"
        title="Missed"
        text="Decided to be abuse, though the score had not flagged it: an exact rule found it, and the score was below the threshold of then, or there was none."
        none="Everything that was decided to be abuse had been flagged by its score."
        cases={missed}
      />
      <Cases
        list="mistaken"
        title="Flagged, and fine"
        text="Flagged by their score, and decided to be fine."
        none="Nothing that was flagged by its score was decided to be fine."
        cases={mistaken}
      />
      <Unseen unseen={unseen} />
    </>
  );
}

type CasesProps = {
  list: "missed" | "mistaken";
  title: string;
  text: string;
  none: string;
  cases: Shown<DecidedRow>;
};

function Cases({ list, title, text, none, cases: { rows, of } }: CasesProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <SectionHeading title={title} text={text} />
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            {none}
          </Text>
        ) : (
          <DecidedTable caption={title} rows={rows} />
        )}
        <FirstOf shown={rows.length} of={of} all={decidedCasesUrl({ list })} />
      </BlockStack>
    </Card>
  );
}

function Unseen({ unseen: { rows, of } }: Pick<Props, "unseen">) {
  const { percent, date } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <SectionHeading
          title="Not looked at"
          text="Orders below today’s threshold, on today’s scale, with something against them, by people whose other orders were decided to be abuse. The likeliest first."
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
              {rows.map(({ id, name, placedAt, code, score }) => (
                <tr key={`${id} ${code}`}>
                  <th scope="row">
                    <OrderLink id={id}>{name}</OrderLink>
                    {code === null ? null : <span className="bf-code">{` ${code}`}</span>}
                  </th>
                  <td data-label="Placed">{date(placedAt)}</td>
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

function FirstOf({ shown, of, all }: { shown: number; of: number; all?: string }) {
  const { number } = useFormat();
  if (shown >= of) return null;
  return (
    <Text as="p" tone="subdued">
      {`These are the first ${number(shown)} of ${number(of)}.`}
      {all === undefined ? null : (
        <>
          {" "}
          <Link url={all}>See all</Link>.
        </>
      )}
    </Text>
  );
}
