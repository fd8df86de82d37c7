import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { CodeAnswer } from "#app/domain/code/summary.ts";

type Props = { text: string; answer: CodeAnswer; onSearch: (code: string) => void };

/** What there is to say of a code that the list does not have: mistyped, never made, or which one was meant. */
export function CodeAnswerBox({ text, answer, onSearch }: Props) {
  const { found, message, suggestions } = answer;
  return (
    <div role="status">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          No codes found
        </Text>
        <Text as="p" alignment="center" breakWord>
          {found ? `${message} It is not among those you filtered for.` : message}
        </Text>
        <InlineStack gap="200" align="center">
          {(found ? [text] : suggestions).map((code) => (
            <Button key={code} onClick={() => onSearch(code)}>
              {`Show ${code}`}
            </Button>
          ))}
        </InlineStack>
      </BlockStack>
    </div>
  );
}
