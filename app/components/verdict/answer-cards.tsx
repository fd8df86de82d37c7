import { Badge, Banner, BlockStack, Card, InlineStack, Link, List, Text } from "@shopify/polaris";
import type { Change, WhyNot } from "#app/domain/verdict/answer.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { languageName } from "#app/components/guard/languages.ts";
import { EvidenceCards } from "./evidence-cards.tsx";

/** The verdict first, then what it rests on, what would change it, and what is not known. */
export function AnswerCards({ told }: { told: WhyNot }) {
  const { changes, unknown, shopify } = told;
  return (
    <BlockStack gap="400">
      <VerdictCard told={told} />
      {shopify.length > 0 ? (
        <Banner tone="warning" title="Shopify itself">
          <List>
            {shopify.map((words) => (
              <List.Item key={words}>{words}</List.Item>
            ))}
          </List>
        </Banner>
      ) : null}
      {changes.length > 0 ? (
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {told.moment.isPast ? "What would have changed it" : "What would change it"}
            </Text>
            <Changes changes={changes} />
          </BlockStack>
        </Card>
      ) : null}
      <EvidenceCards told={told} />
      {unknown.length > 0 ? (
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              What is not known
            </Text>
            <List>
              {unknown.map((words) => (
                <List.Item key={words}>{words}</List.Item>
              ))}
            </List>
          </BlockStack>
        </Card>
      ) : null}
    </BlockStack>
  );
}

const WHO = {
  signed_in: "Signed in",
  known: "Known by e-mail, not signed in",
  guest: "A guest",
  anonymous: "A shopper of whom nothing is known",
};

const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function VerdictCard({ told }: { told: WhyNot }) {
  const { moment, locale } = useFormat();
  const { code, who, outcome, why, sentence, campaign, language, shopify } = told;
  const isOpen = outcome === "accept" && shopify.length === 0;
  const name = who.name ?? (who.customerId ? `Customer ${who.customerId}` : null);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingLg" breakWord>
            {code}
          </Text>
          {campaign === null && outcome === "accept" ? (
            <Badge>No campaign’s code</Badge>
          ) : (
            <Badge tone={outcome === "reject" ? "critical" : isOpen ? "success" : "warning"}>
              {outcome === "reject" ? "Refused" : "Not refused"}
            </Badge>
          )}
        </InlineStack>
        <Text as="p" breakWord>
          {why}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {`${name ? `${name}, ${inSentence(WHO[who.state])}` : WHO[who.state]}; `}
          {told.moment.isPast ? `as it stood ${moment(told.moment.at)}` : "now"}
          {campaign ? (
            <>
              {"; "}
              <Link url={`/app/campaigns/${campaign.id}`}>{campaign.name}</Link>
            </>
          ) : null}
        </Text>
        {sentence === null ? null : (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              {`What the shopper reads (${languageName(language, locale)})`}
            </Text>
            <blockquote className="bf-said" lang={language}>
              {sentence}
            </blockquote>
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <List>
      {changes.map(({ words, then }) => (
        <List.Item key={words}>
          {words}
          {then.length > 0 ? (
            <>
              {", and then one of:"}
              <Changes changes={then} />
            </>
          ) : null}
        </List.Item>
      ))}
    </List>
  );
}
