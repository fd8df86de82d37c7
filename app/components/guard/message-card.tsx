import { BlockStack, Card, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { messageField, problemWords, type MessageSet } from "#app/domain/guard/messages.ts";
import { placeholdersFor, SENTENCE_MOST, type Sentence } from "#app/domain/policy/sentence.ts";
import { SectionHeading } from "#app/components/frame/section-heading.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { previewOf } from "./preview-message.ts";

type Props = {
  message: MessageSet["messages"][number];
  language: string;
  values: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | undefined;
  onChange: (field: string, value: string) => void;
};

/** One refusal: its sentence for everybody, its sentence for a signed-in customer, and how they read. */
export function MessageCard({ message, language, values, errorOf, onChange }: Props) {
  const { kind, usual } = message;
  const { title, when } = KIND_WORDS[kind];
  const own = values[messageField(kind, "general")] ?? "";
  const said: Sentence | null =
    own.trim() === ""
      ? usual
      : { general: own, personal: values[messageField(kind, "personal")] || null };
  return (
    <Card>
      <BlockStack gap="300">
        <SectionHeading title={title} text={when} />
        {(["general", "personal"] as const).map((part) => {
          const field = messageField(kind, part);
          const text = values[field] ?? "";
          const known = placeholdersFor(kind, part);
          const hasPart = part === "general" || known.length > 0 || Boolean(usual?.personal);
          if (!hasPart) return null;
          const live = text.trim() === "" ? "" : problemWords(kind, part, text.trim());
          return (
            <BlockStack key={part} gap="150">
              <TextField
                id={field}
                label={part === "general" ? "For every shopper" : "For a signed-in customer"}
                autoComplete="off"
                multiline
                maxLength={SENTENCE_MOST}
                showCharacterCount
                placeholder={usual?.[part] ?? ""}
                value={text}
                error={errorOf(field) || live || false}
                onChange={(value) => onChange(field, value)}
              />
              {known.length > 0 ? (
                <InlineStack gap="150" blockAlign="center">
                  <Text as="span" variant="bodySm" tone="subdued">
                    Add:
                  </Text>
                  {known.map((name) => (
                    <Tag key={name} onClick={() => onChange(field, `${text}{${name}}`)}>
                      {`{${name}}`}
                    </Tag>
                  ))}
                </InlineStack>
              ) : null}
            </BlockStack>
          );
        })}
        {said ? (
          <BlockStack gap="050">
            <Text as="h3" variant="headingSm">
              Preview
            </Text>
            <Text as="p" breakWord>{`“${previewOf(said.general, language)}”`}</Text>
            {said.personal ? (
              <Text as="p" breakWord>{`Signed in: “${previewOf(said.personal, language)}”`}</Text>
            ) : null}
          </BlockStack>
        ) : (
          <Text as="p" tone="subdued">
            There is no usual sentence in this language: shoppers read your shop’s.
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
