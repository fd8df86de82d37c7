import { Banner, BlockStack, Card, InlineStack, Link, Select, Text } from "@shopify/polaris";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import { isFelt } from "#app/domain/fair-use/policy.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { useKindWords } from "./case-badges.tsx";
import { Due } from "./due.tsx";

export const SENTENCE_ID = "case-sentence";

type Props = {
  detail: CaseDetail;
  reviewers: readonly { id: string; name: string }[];
  onAssign: (id: string) => void;
};

/** Who and what in a sentence, and who looks into it. Whoever arrives at the case starts here. */
export function WhatHappened({ detail, reviewers, onAssign }: Props) {
  const { money, number } = useFormat();
  const kinds = useKindWords();
  const { may } = useMay("flag.decide");
  const { summary, flags } = detail;
  const count = summary.orders.length;
  const isPaidBack = detail.orders.some(({ isFlagged, refund }) => isFlagged && refund);
  const [first] = flags;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingLg" breakWord id={SENTENCE_ID}>
          {summary.sentence}
        </Text>
        {flags.length === 0 ? null : (
          <Text as="p">
            {`${money(summary.atStakeMinor, summary.currency)} at stake, taken off ${number(count)} flagged ${plural(count, "order", "orders")}${isPaidBack ? ", less the share that was paid back" : ""}. ${kinds(summary)}.`}
          </Text>
        )}
        <InlineStack gap="400" blockAlign="center">
          {summary.state === "withdrawn" ? null : <Due found={summary} />}
          {summary.campaigns.map(({ id, name }) => (
            <Link key={id} url={`/app/campaigns/${id}`}>
              {name}
            </Link>
          ))}
          {first ? (
            <Link
              url={`/app/why-not?${new URLSearchParams({ code: first.code, order: first.order.id })}`}
            >
              Why not?
            </Link>
          ) : null}
        </InlineStack>
        {summary.state === "open" ? (
          <Select
            label="Assigned to"
            labelInline
            disabled={!may}
            options={[
              { value: "", label: "Nobody" },
              ...(summary.assignee && !reviewers.some(({ id }) => id === summary.assignee?.id)
                ? [{ value: summary.assignee.id, label: summary.assignee.name }]
                : []),
              ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={summary.assignee?.id ?? ""}
            onChange={onAssign}
          />
        ) : null}
        {summary.step !== null && isFelt(summary.step) && summary.state === "open" ? (
          <Banner tone="warning">
            {`Your policy ${summary.step === "sign_in" ? "asks these customers to sign in" : "disqualified these customers"} already. What you decide takes its place.`}
          </Banner>
        ) : null}
      </BlockStack>
    </Card>
  );
}
