import type { ProgressBarProps } from "@shopify/polaris";
import { BlockStack, Button, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { CodeShape } from "#app/domain/code/code-space.ts";
import type { GuessWords } from "./guess-words.ts";
import { guessWords } from "./guess-words.ts";

const BAR_TONES: Record<GuessWords["tone"], NonNullable<ProgressBarProps["tone"]>> = {
  success: "success",
  caution: "highlight",
  critical: "critical",
};

type Props = {
  shape: CodeShape;
  /** All codes there will be of this shape. */
  count: number;
  /** Takes the length that is safe, where it can still be chosen. */
  onLength?: (length: number) => void;
};

/** How hard the codes are to guess, while they are being decided on. */
export function GuessMeter({ shape, count, onLength }: Props) {
  const id = useId();
  const { tone, text, strength, saferLength } = guessWords(shape, count);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <div style={{ width: "100%" }}>
        <ProgressBar
          size="small"
          tone={BAR_TONES[tone]}
          progress={Math.round(strength * 100)}
          ariaLabelledBy={id}
          animated={false}
        />
      </div>
      <div aria-live="polite">
        <Text as="p" id={id} tone={tone === "success" ? "subdued" : tone}>
          {text}
        </Text>
      </div>
      {saferLength !== null && onLength ? (
        <Button onClick={() => onLength(saferLength)}>{`Use ${saferLength} characters`}</Button>
      ) : null}
    </BlockStack>
  );
}
