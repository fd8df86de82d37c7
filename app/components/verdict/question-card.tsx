import {
  Button,
  Card,
  Form,
  FormLayout,
  InlineStack,
  Select,
  Tag,
  Text,
  TextField,
} from "@shopify/polaris";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { languageName } from "#app/components/guard/languages.ts";
import type { useWhyNot } from "./use-why-not.ts";

type Props = {
  question: ReturnType<typeof useWhyNot>;
  choices: { languages: readonly string[]; order: { id: string; name: string } | null };
  /** Whether people may be asked about, and why not. */
  people: { may: boolean; why: string };
};

const STATES = [
  { value: "signed_in", label: "Signed in" },
  { value: "known", label: "Not signed in" },
];

/** The code, who, when, and in which language they read it. */
export function QuestionCard({ question, choices, people }: Props) {
  const { form, set, ask, errorOf, isAsking } = question;
  const { locale } = useFormat();
  const { shop } = useFrame();
  return (
    <Card>
      <Form onSubmit={ask}>
        <FormLayout>
          <TextField
            label="Code"
            autoComplete="off"
            value={form.code}
            error={errorOf("code")}
            onChange={(code) => set({ code })}
          />
          <WhoField question={question} order={choices.order} people={people} />
          {people.may ? (
            <Select
              label="At checkout they are"
              options={STATES}
              value={form.state}
              onChange={(state) => set({ state })}
            />
          ) : null}
          <TextField
            label="When"
            type="datetime-local"
            autoComplete="off"
            value={form.at}
            error={errorOf("at")}
            helpText={`Your shop’s time: ${shop.timeZone.replaceAll("_", " ")}. Empty: now.`}
            onChange={(at) => set({ at })}
          />
          <Select
            label="Language of the checkout"
            options={choices.languages.map((tag, index) => ({
              value: index === 0 ? "" : tag,
              label: languageName(tag, locale) + (index === 0 ? " (your shop’s)" : ""),
            }))}
            value={form.language}
            error={errorOf("language")}
            onChange={(language) => set({ language })}
          />
          <InlineStack align="end">
            <Button submit variant="primary" loading={isAsking}>
              Ask
            </Button>
          </InlineStack>
        </FormLayout>
      </Form>
    </Card>
  );
}

type WhoProps = Pick<Props, "question" | "people"> & Pick<Props["choices"], "order">;

function WhoField({ question, order, people }: WhoProps) {
  const { form, set, errorOf } = question;
  if (!people.may) {
    return (
      <Text as="p" tone="subdued">
        {`Judged for a shopper of whom nothing is known. ${people.why}`}
      </Text>
    );
  }
  if (order && form.order === order.id) {
    return (
      <InlineStack gap="200" blockAlign="center">
        <Text as="span">Shopper of</Text>
        <Tag onRemove={() => set({ order: "" })}>{`Order ${order.name}`}</Tag>
      </InlineStack>
    );
  }
  return (
    <TextField
      label="Customer"
      autoComplete="off"
      placeholder="E-mail, phone or customer number"
      value={form.customer}
      error={errorOf("customer")}
      helpText="Empty: a shopper of whom nothing is known. It is not kept in this page’s address; that you looked is in the log of who saw personal data."
      onChange={(customer) => set({ customer })}
    />
  );
}
