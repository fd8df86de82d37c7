import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { CodeAnswer } from "#app/domain/code/summary.ts";

type Props = { text: string; answer: CodeAnswer; onSearch: (code: string) => void };

/** What there is to say of a code that no list has: mistyped, never made, or which one was meant. */
export function CodeAnswerBox({ text, answer, onSearch }: Props) {
  return (
    <div role="status">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center" breakWord>
          {answer.found ? `${text} is not among these codes` : `No code ${text}`}
        </Text>
        <Text as="p" alignment="center" breakWord>
          {answer.message}
        </Text>
        {answer.suggestions.length > 0 ? (
          <InlineStack gap="200" align="center" blockAlign="center">
            <Text as="span" tone="subdued">
              Did you mean
            </Text>
            {answer.suggestions.map((code) => (
              <Button key={code} onClick={() => onSearch(code)}>
                {code}
              </Button>
            ))}
          </InlineStack>
        ) : null}
      </BlockStack>
    </div>
  );
}
