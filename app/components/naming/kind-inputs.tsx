import { Checkbox, FormLayout, Select, TextField } from "@shopify/polaris";
import type { DateSpelling, WordCharset } from "#app/domain/naming/field.ts";
import type { FieldDraft } from "./field-draft.ts";

type Props = { draft: FieldDraft; onChange: (changes: Partial<FieldDraft>) => void };

const CHARSETS: Record<WordCharset, string> = {
  letters_digits: "Letters and digits",
  letters: "Letters only",
  digits: "Digits only",
};

const SPELLINGS: Record<DateSpelling, string> = {
  YY: "Year: 26",
  YYYY: "Year: 2026",
  Q: "Quarter: Q3",
  MON: "Month: JUL",
  MONTH: "Month: JULY",
  MM: "Month: 07",
  W: "Week: W07",
  WW: "Week: 07",
  DD: "Day of the month: 09",
};

/** What more a kind of field has to say; a list has its values in a card of its own. */
export function KindInputs({ draft, onChange }: Props) {
  switch (draft.kind) {
    case "list":
      return null;
    case "date":
      return (
        <Select
          label="How it is spelled"
          options={optionsOf(SPELLINGS)}
          value={draft.spelling}
          onChange={(spelling: DateSpelling) => onChange({ spelling })}
        />
      );
    case "word":
      return (
        <FormLayout>
          <Bounds draft={draft} onChange={onChange} min="Fewest characters" max="Most characters" />
          <Select
            label="Made of"
            options={optionsOf(CHARSETS)}
            value={draft.charset}
            onChange={(charset: WordCharset) => onChange({ charset })}
          />
        </FormLayout>
      );
    case "number":
      return (
        <FormLayout>
          <Bounds draft={draft} onChange={onChange} min="Smallest" max="Largest" />
          <Checkbox
            label="Fill up with zeros, so that all have as many digits (007)"
            checked={draft.isFilledUp}
            onChange={(isFilledUp) => onChange({ isFilledUp })}
          />
        </FormLayout>
      );
  }
}

function Bounds({ draft, onChange, min, max }: Props & { min: string; max: string }) {
  const shared = { autoComplete: "off", inputMode: "numeric", requiredIndicator: true } as const;
  return (
    <FormLayout.Group>
      <TextField
        {...shared}
        label={min}
        value={draft.min}
        onChange={(text) => onChange({ min: text })}
      />
      <TextField
        {...shared}
        label={max}
        value={draft.max}
        onChange={(text) => onChange({ max: text })}
      />
    </FormLayout.Group>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
