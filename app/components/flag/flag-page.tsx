import { useNavigate } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { FlagDecision, FlagDetail } from "#app/domain/flag/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { Decided } from "./decided-card.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { FlagStateBadge } from "./flag-table.tsx";
import { OrderLink } from "./order-link.tsx";
import { stepKey } from "./review-keys.ts";

type Props = {
  flag: FlagDetail;
  neighbours: { previous: string | null; next: string | null };
  isBusy: boolean;
  answer: RefusalBody | undefined;
  onDecide: (decision: FlagDecision, reason: string) => void;
};

/** One flagged order: what happened, what it rests on, what an honest shopper would say, and the decision beside it. */
export function FlagPage({ flag, neighbours, isBusy, answer, onDecide }: Props) {
  const navigate = useNavigate();
  const { previous, next } = neighbours;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = stepKey(event);
      const to = step === "next" ? next : step === "previous" ? previous : null;
      if (to) navigate(`/app/review/${to}`);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [navigate, next, previous]);
  const go = (id: string | null) => id !== null && navigate(`/app/review/${id}`);
  return (
    <Page
      title={`Order ${flag.order.name}`}
      titleMetadata={<FlagStateBadge flag={flag} />}
      backAction={{ content: "Review", url: "/app/review" }}
      pagination={{
        hasPrevious: previous !== null,
        hasNext: next !== null,
        previousTooltip: "Previous open flag (K)",
        nextTooltip: "Next open flag (J)",
        onPrevious: () => go(previous),
        onNext: () => go(next),
      }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <WhatHappened flag={flag} />
            <EvidenceCard flag={flag} />
            <Innocent text={flag.innocent} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <div className="bf-sticky">
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  Decision
                </Text>
                {flag.state === "open" ? (
                  <DecisionForm flag={flag} isBusy={isBusy} answer={answer} onDecide={onDecide} />
                ) : (
                  <Decided flag={flag} />
                )}
                <Keys isOpen={flag.state === "open"} />
              </BlockStack>
            </Card>
          </div>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function WhatHappened({ flag }: { flag: FlagDetail }) {
  const { money } = useFormat();
  const { order, campaign } = flag;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingLg" breakWord>
          {flag.title}
        </Text>
        <Text as="p">
          {`${money(order.totalMinor, order.currency)} in total, ${money(order.discountMinor, order.currency)} taken off with `}
          <span className="bf-code">{flag.code}</span>
          {", placed "}
          <When at={order.placedAt} />.
        </Text>
        <InlineStack gap="400">
          {campaign ? <Link url={`/app/campaigns/${campaign.id}`}>{campaign.name}</Link> : null}
          <OrderLink id={order.id}>Open the order in Shopify</OrderLink>
          <Link url={whyNotUrl(flag)}>Why not?</Link>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function whyNotUrl({ code, order }: FlagDetail): string {
  return `/app/why-not?${new URLSearchParams({ code, order: order.id })}`;
}

function Innocent({ text }: { text: string }) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          What an honest shopper would say
        </Text>
        <Text as="p">{text}</Text>
      </BlockStack>
    </Card>
  );
}

function Keys({ isOpen }: { isOpen: boolean }) {
  return (
    <div className="bf-keys">
      <Text as="p" variant="bodySm" tone="subdued">
        Keys: <kbd className="bf-key">J</kbd> next, <kbd className="bf-key">K</kbd> previous
        {isOpen ? (
          <>
            , <kbd className="bf-key">1</kbd> fine, <kbd className="bf-key">2</kbd> abuse
          </>
        ) : null}
      </Text>
    </div>
  );
}
