import {
  BlockStack,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { plural } from "#app/components/format/number.ts";
import { isFilled, NO_VALUE, pastedValues, type ValueDraft } from "./field-draft.ts";

type Props = { values: readonly ValueDraft[]; onChange: (values: ValueDraft[]) => void };

/** Rows drawn at once; a list of two thousand is opened piece by piece. */
const ROWS = 50;

/** The values of a list: what stands in names, what reports call it, and what people type instead. */
export function ListValues({ values, onChange }: Props) {
  const [shown, setShown] = useState(ROWS);
  const filled = values.filter(isFilled).length;
  const set = (at: number, changes: Partial<ValueDraft>) =>
    onChange(values.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Values
          </Text>
          <Text as="p" tone="subdued">
            Names carry the value; reports show the label. Whoever types a synonym is told the
            value: it is never accepted itself, so that every code can be read in one way only.
          </Text>
        </BlockStack>
        <Headings />
        {values.slice(0, shown).map((value, index) => (
          <ValueRow
            key={index}
            number={index + 1}
            value={value}
            onChange={(changes) => set(index, changes)}
            onRemove={() => onChange(values.filter((_, other) => other !== index))}
          />
        ))}
        <InlineStack gap="200" blockAlign="center">
          {values.length > shown ? (
            <Button onClick={() => setShown(shown + 4 * ROWS)}>
              {`Show more (${values.length - shown} left)`}
            </Button>
          ) : (
            <Button
              onClick={() => {
                onChange([...values, NO_VALUE]);
                setShown(Math.max(shown, values.length + 1));
              }}
            >
              Add a value
            </Button>
          )}
          <Text as="span" tone="subdued">
            {`${filled} ${plural(filled, "value", "values")}`}
          </Text>
        </InlineStack>
        <Paste onPaste={(more) => onChange([...values.filter(isFilled), ...more])} />
      </BlockStack>
    </Card>
  );
}

const COLUMNS = { xs: 1, sm: "1fr 1fr 1fr 1.75rem" } as const;

/** Each input has its own name for whoever hears it. */
function Headings() {
  return (
    <div className="bf-wide-only" aria-hidden>
      <InlineGrid columns={COLUMNS} gap="200">
        {["Value", "Label", "Synonyms"].map((heading) => (
          <Text key={heading} as="span" variant="bodySm" fontWeight="semibold" tone="subdued">
            {heading}
          </Text>
        ))}
      </InlineGrid>
    </div>
  );
}

type RowProps = {
  number: number;
  value: ValueDraft;
  onChange: (changes: Partial<ValueDraft>) => void;
  onRemove: () => void;
};

function ValueRow({ number, value, onChange, onRemove }: RowProps) {
  const shared = { autoComplete: "off", labelHidden: true } as const;
  return (
    <div role="group" aria-label={`Value ${number}`}>
      <InlineGrid columns={COLUMNS} gap="200">
        <TextField
          {...shared}
          label="Value"
          placeholder="SUMMER"
          maxLength={64}
          spellCheck={false}
          value={value.value}
          onChange={(text) => onChange({ value: text.toUpperCase() })}
        />
        <TextField
          {...shared}
          label="Label"
          placeholder="Summer"
          maxLength={40}
          value={value.label}
          onChange={(label) => onChange({ label })}
        />
        <TextField
          {...shared}
          label="Synonyms"
          placeholder="Synonyms, separated by commas"
          spellCheck={false}
          value={value.synonyms}
          onChange={(synonyms) => onChange({ synonyms })}
        />
        <InlineStack align="end" blockAlign="center">
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            accessibilityLabel={`Remove value ${number} ${value.value}`.trim()}
            onClick={onRemove}
          />
        </InlineStack>
      </InlineGrid>
    </div>
  );
}

function Paste({ onPaste }: { onPaste: (values: ValueDraft[]) => void }) {
  const [text, setText] = useState("");
  return (
    <BlockStack gap="200" inlineAlign="start">
      <TextField
        label="Paste many"
        autoComplete="off"
        multiline={3}
        maxHeight="12rem"
        spellCheck={false}
        value={text}
        helpText="One on each line: SUMMER, Summer"
        onChange={setText}
      />
      <Button
        disabled={text.trim() === ""}
        onClick={() => {
          onPaste(pastedValues(text));
          setText("");
        }}
      >
        Add to the list
      </Button>
    </BlockStack>
  );
}
