import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { MOST_LEARNED } from "#app/domain/naming/infer/sample.ts";
import type { CodesRead, Learned } from "#app/domain/naming/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { ProposalCard } from "./proposal-card.tsx";

type Counted = (n: number) => string;

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
            {`Read ${number(distinct)} different ${plural(distinct, "code", "codes")} (${sourcesInWords(read, number)}). ${
              proposals.length === 0
                ? "They follow no common convention. Make one by hand, for the codes to come."
                : `${proposals.length} ${plural(proposals.length, "convention explains", "conventions explain")} ${number(explained)} of them.`
            }`}
          </Text>
          {isSample(read) ? (
            <Text as="p" tone="subdued">
              {`There are more codes than the ${number(MOST_LEARNED)} that are read at once: of each source an even sample was.`}
            </Text>
          ) : null}
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

/** "2,000 from Shopify, which has more, 50,000 of 1,000,000 from Bonafide, 3 pasted". */
function sourcesInWords({ store, bonafide, pasted }: Learned["read"], number: Counted): string {
  const counted = ({ read, of }: CodesRead) =>
    of === null || of === read ? number(read) : `${number(read)} of ${number(of)}`;
  const more = store.of === null ? ", which has more" : "";
  return `${counted(store)} from Shopify${more}, ${counted(bonafide)} from Bonafide, ${counted(pasted)} pasted`;
}

/** Whether only a sample was read, evenly taken. */
const isSample = (read: Learned["read"]): boolean =>
  Object.values(read).some((source) => source.of !== null && source.of > source.read);
