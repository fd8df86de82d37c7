import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { likenessWords, strengthOf } from "#app/domain/case/feature-labels.ts";
import type { CaseFlag, CaseSignal, Share } from "#app/domain/case/summary.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFirst } from "#app/components/list/use-first.tsx";
import { OrderLink } from "./order-link.tsx";

/** "e-mail address (strongly), surname differs (slightly against)". */
export function shareWords(shares: readonly Share[]): string {
  const isHouseTold = shares.some(({ what, bits }) => what === "house" && bits >= LEAST);
  const told = [...shares].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
  return told
    .filter(({ bits }) => Math.abs(bits) >= LEAST)
    .map(
      (share) =>
        `${likenessWords(share, isHouseTold)} (${strengthOf(share.bits)}${share.bits > 0 ? "" : " against"})`,
    )
    .join(", ");
}

/** Bits below which something says nothing. */
const LEAST = 0.5;

/** What is read before somebody asks for the rest. */
const FLAGS_SHOWN = 5;

/** Every flag of the case with the orders it rests on. */
export function EvidenceCard({ flags }: { flags: readonly CaseFlag[] }) {
  const { number } = useFormat();
  const first = useFirst(flags, FLAGS_SHOWN);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          What it rests on
        </Text>
        {first.shown.map((flag, index) => (
          <div key={flag.id} {...first.refAt<HTMLDivElement>(index)}>
            <Evidence flag={flag} />
          </div>
        ))}
        {first.showAll(`Show all ${number(flags.length)}`)}
      </BlockStack>
    </Card>
  );
}

function Evidence({ flag }: { flag: CaseFlag }) {
  const { percent } = useFormat();
  return (
    <BlockStack gap="200">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm" breakWord>
          {flag.sentence}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          <OrderLink id={flag.order.id}>{`Order ${flag.order.name}`}</OrderLink>
          {` · ${KIND_LABELS[flag.kind]}${flag.score === null ? "" : ` · ${percent(flag.score)}`}`}
        </Text>
        {flag.isShownLater ? (
          <Text as="p">It seemed doubtful when it came; orders that came later showed it.</Text>
        ) : null}
      </BlockStack>
      {flag.signals.map((signal) => (
        <Signal key={signal.kind} signal={signal} flag={flag} />
      ))}
    </BlockStack>
  );
}

function Signal({ signal, flag }: { signal: CaseSignal; flag: CaseFlag }) {
  const isOnly = flag.signals.length === 1;
  // What is true of the flagged order by itself, like a refund.
  if (signal.orders.every(({ id }) => id === flag.order.id))
    return isOnly ? null : <Text as="p">{`Also: ${KIND_LABELS[signal.kind].toLowerCase()}`}</Text>;
  const isCompared = signal.orders.some(({ shares }) => shares.length > 0);
  if (!isCompared)
    return (
      <InlineStack gap="200">
        <Text as="span" tone="subdued">
          {leadWords(signal, flag)}
        </Text>
        {signal.orders.map((order) => (
          <Compared key={order.name} order={order} />
        ))}
      </InlineStack>
    );
  return (
    <table className="bf-evidence">
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Has in common with it</th>
        </tr>
      </thead>
      <tbody>
        {signal.orders.map((order) => (
          <tr key={order.name}>
            <th scope="row">
              <Compared order={order} />
            </th>
            <td>{shareWords(order.shares) || "Same pattern"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the orders of a signal have to do with the flagged one, where nothing is compared. */
function leadWords({ kind, orders }: CaseSignal, flag: CaseFlag): string {
  if (orders.some(({ id }) => id === null)) return "Like nobody of:";
  if (kind === "overshoot") return "Counted together:";
  return kind === flag.kind ? "Together with:" : `Also ${KIND_LABELS[kind].toLowerCase()}:`;
}

function Compared({ order: { id, name } }: { order: CaseSignal["orders"][number] }) {
  return id === null ? <>{name}</> : <OrderLink id={id}>{name}</OrderLink>;
}
