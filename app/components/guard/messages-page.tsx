import { useLocation, useNavigate, useNavigation, useSubmit } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Card,
  Form,
  FormLayout,
  InlineStack,
  Page,
  Select,
} from "@shopify/polaris";
import { useState } from "react";
import { messageField, type MessageSet } from "#app/domain/guard/messages.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { languageName, LANGUAGES } from "./languages.ts";
import { MessageCard } from "./message-card.tsx";

type Props = MessageSet & {
  languages: readonly string[];
  campaigns: readonly { number: number; name: string }[];
  campaignNumber: number;
  answer: RefusalBody | undefined;
};

/** What shoppers read when a code is refused: per refusal, in one language, of all campaigns or of one. */
export function MessagesPage(props: Props) {
  const { language, messages, answer, campaignNumber } = props;
  const submit = useSubmit();
  const navigation = useNavigation();
  const { pathname, search } = useLocation();
  const initial = Object.fromEntries(
    messages.flatMap(({ kind, own }) => [
      [messageField(kind, "general"), own?.general ?? ""],
      [messageField(kind, "personal"), own?.personal ?? ""],
    ]),
  );
  const [values, setValues] = useState<Record<string, string>>(initial);
  const [mended, setMended] = useState<{ of: RefusalBody | undefined; fields: string[] }>({
    of: answer,
    fields: [],
  });
  const known = mended.of === answer ? mended.fields : [];
  const errorOf = (field: string) =>
    known.includes(field)
      ? undefined
      : answer?.problems.find((problem) => problem.field === field)?.message;
  const set = (field: string, value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    setMended({ of: answer, fields: [...known, field] });
  };
  const isSaving = navigation.state !== "idle" && navigation.formMethod === "POST";
  const save = () => submit(values, { method: "post", action: pathname + search });
  return (
    <Page
      title="Messages at checkout"
      subtitle="What a shopper reads when a code is refused. Leave a field empty for the usual sentence."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <Form onSubmit={save}>
        <FormSaveBar
          id="messages-save-bar"
          isDirty={Object.keys(values).some((field) => values[field] !== initial[field])}
          isSaving={isSaving}
          onSave={save}
          onDiscard={() => setValues(initial)}
        />
        <BlockStack gap="400">
          <NotAllowedBanner action="campaign.edit" />
          {answer ? (
            <Banner tone="critical" title="Not saved">
              <p>
                {answer.problems.length > 0
                  ? "Put right what is marked below."
                  : answer.refusal.message}
              </p>
            </Banner>
          ) : null}
          <Card>
            <WhichMessages {...props} />
          </Card>
          {messages.map((message) => (
            <MessageCard
              key={`${language} ${campaignNumber} ${message.kind}`}
              message={message}
              language={language}
              values={values}
              errorOf={errorOf}
              onChange={set}
            />
          ))}
        </BlockStack>
      </Form>
    </Page>
  );
}

function WhichMessages({ language, languages, campaigns, campaignNumber }: Props) {
  const { locale } = useFormat();
  const navigate = useNavigate();
  const usual = useVerb("Language set. Checkout says it within seconds.");
  const [fallback] = languages;
  const go = (to: { language?: string; campaign?: string }) => {
    const params = new URLSearchParams({ language, campaign: String(campaignNumber), ...to });
    navigate({ search: params.toString() });
  };
  const all = [...new Set([...languages, ...LANGUAGES, language])];
  const wordsOf = (value: string) =>
    value === fallback
      ? " – also for languages without messages"
      : languages.includes(value)
        ? ""
        : " – nothing written yet";
  return (
    <BlockStack gap="300">
      <FormLayout>
        <FormLayout.Group>
          <Select
            label="Language"
            options={all.map((value) => ({
              value,
              label: languageName(value, locale) + wordsOf(value),
            }))}
            value={language}
            helpText="Shoppers read the language of the checkout, where it has messages."
            onChange={(value) => go({ language: value })}
          />
          <Select
            label="Campaign"
            options={[
              { value: "0", label: "All campaigns" },
              ...campaigns.map(({ number, name }) => ({ value: String(number), label: name })),
            ]}
            value={String(campaignNumber)}
            helpText="What you write for one campaign goes before what is said for all."
            onChange={(value) => go({ campaign: value })}
          />
        </FormLayout.Group>
      </FormLayout>
      {language === fallback ? null : (
        <InlineStack>
          <AllowedButton
            action="campaign.edit"
            loading={usual.isBusy}
            onClick={() => usual.send("/app/settings/messages/language", { language })}
          >
            {`Use ${languageName(language, locale)} for languages without messages`}
          </AllowedButton>
        </InlineStack>
      )}
      <RefusedBanner title="Not set" message={usual.refused} />
    </BlockStack>
  );
}
