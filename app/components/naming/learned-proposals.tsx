import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import type { Learned } from "#app/domain/naming/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { ProposalCard } from "./proposal-card.tsx";

/** What was found, the best first, and what follows no convention. */
export function LearnedProposals({ learned }: { learned: Learned }) {
  const { number } = useFormat();
  const heading = useRef<HTMLDivElement>(null);
  // The work goes on here; whoever cannot see the page grow is taken along.
  useEffect(() => heading.current?.focus(), [learned]);
  const { distinct, proposals, leftovers, read } = learned;
  const explained = distinct - leftovers.count;
  return (
    <>
      <div ref={heading} tabIndex={-1}>
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            2. What they have in common
          </Text>
          <Text as="p" tone="subdued">
            {`Read ${number(distinct)} different ${plural(distinct, "code", "codes")} (${number(read.store)} from Shopify, ${number(read.bonafide)} from Bonafide, ${number(read.pasted)} pasted). ${
              proposals.length === 0
                ? "They follow no common convention. Make one by hand, for the codes to come."
                : `${proposals.length} ${plural(proposals.length, "convention explains", "conventions explain")} ${number(explained)} of them.`
            }`}
          </Text>
        </BlockStack>
      </div>
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.pattern} proposal={proposal} distinct={distinct} />
      ))}
      {leftovers.count > 0 ? (
        <Card>
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {`${number(leftovers.count)} ${plural(leftovers.count, "code follows", "codes follow")} none of these`}
            </Text>
            <Text as="p" tone="subdued">
              They keep working. You can leave them as they are.
            </Text>
            <Box>
              <p className="bf-code">
                {leftovers.sample.join(", ")}
                {leftovers.count > leftovers.sample.length ? ", …" : ""}
              </p>
            </Box>
          </BlockStack>
        </Card>
      ) : null}
    </>
  );
}
