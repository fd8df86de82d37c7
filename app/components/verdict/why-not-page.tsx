import { BlockStack, Layout, Page } from "@shopify/polaris";
import type { WhyNotForm } from "#app/domain/verdict/asked.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { AnswerCards } from "./answer-cards.tsx";
import { CountCard } from "./count-card.tsx";
import { QuestionCard } from "./question-card.tsx";
import { useFocusOn, useWhyNot } from "./use-why-not.ts";

type Props = {
  choices: {
    languages: readonly string[];
    populations: readonly { value: string; label: string }[];
    order: { id: string; name: string } | null;
  };
  initial: Pick<WhyNotForm, "code" | "at" | "order">;
};

/** Why does this shopper’s code not go through? */
export function WhyNotPage({ choices, initial }: Props) {
  const people = useMay("person.ask");
  const question = useWhyNot({ ...initial, customer: "", state: "signed_in", language: "" });
  const place = useFocusOn(question.told);
  return (
    <Page
      title="Why not?"
      subtitle="What checkout says of a code and a shopper, by the same rules, and what would change it."
      backAction={{ content: "Codes", url: "/app/codes" }}
    >
      <Layout>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <RefusedBanner title="Not answered" message={question.refused} />
            <QuestionCard question={question} choices={choices} people={people} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section>
          <BlockStack gap="400">
            <div ref={place} tabIndex={-1} role="status" className="bf-answer">
              {question.told ? <AnswerCards told={question.told} /> : null}
            </div>
            <CountCard code={question.form.code} populations={choices.populations} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
