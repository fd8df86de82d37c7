import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { BandPrecision } from "#app/domain/calibration/precision.ts";
import type { CalibrationSummary } from "#app/domain/calibration/summary.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { decidedCasesUrl } from "./cases-url.ts";
import { PrecisionChart } from "./precision-chart.tsx";
import { ShareText } from "./share-text.tsx";

type Props = Pick<CalibrationSummary, "all" | "bands" | "signals">;

/** How often flags were right: by score, as a picture and a table, and by signal. */
export function PrecisionCards({ all, bands, signals }: Props) {
  const { number } = useFormat();
  if (all.of === 0)
    return (
      <Card>
        <Text as="p">
          Nobody has decided on a case yet. Once your staff decide under Review, this page shows how
          often flags were right.
        </Text>
      </Card>
    );
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            By score
          </Text>
          <Text as="p">
            <Link url={decidedCasesUrl({ list: "all" })}>
              {`${number(all.of)} ${plural(all.of, "case", "cases")}`}
            </Link>
            {` decided, of which ${number(all.right)} ${plural(all.right, "was", "were")} what the flags said.`}
          </Text>
          <PrecisionChart bands={bands} />
          <Bands bands={bands} />
          <Text as="p" variant="bodySm" tone="subdued">
            By the score that staff saw when they decided. A scale that was fitted later changes the
            scores of open cases only.
          </Text>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            By signal
          </Text>
          <table className="bf-numbers">
            <caption className="bf-unseen">How often cases with each signal were right</caption>
            <thead>
              <tr>
                <th scope="col">Signal</th>
                <th scope="col">Right</th>
              </tr>
            </thead>
            <tbody>
              {signals.map(({ kind, ...precision }) => (
                <tr key={kind}>
                  <th scope="row">{KIND_LABELS[kind]}</th>
                  <td data-label="Right">
                    <ShareText
                      what={KIND_LABELS[kind]}
                      precision={precision}
                      choice={{ list: "signal", signal: kind }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Text as="p" variant="bodySm" tone="subdued">
            A case counts with every signal it has.
          </Text>
        </BlockStack>
      </Card>
    </>
  );
}

function Bands({ bands }: { bands: readonly BandPrecision[] }) {
  const { percent } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">How often cases of each score were right</caption>
      <thead>
        <tr>
          <th scope="col">Score</th>
          <th scope="col">Right</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, to, ...precision }) => (
          <tr key={from}>
            <th scope="row">{`${percent(from)} to ${percent(to)}`}</th>
            <td data-label="Right">
              <ShareText
                what={`${percent(from)} to ${percent(to)}`}
                precision={precision}
                choice={{ list: "band", from }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
