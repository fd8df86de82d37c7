import { useState } from "react";
import { CompletingField } from "#app/components/naming/completing-field.tsx";
import { completePattern } from "#app/domain/naming/complete-pattern.ts";
import type { Field } from "#app/domain/naming/field.ts";

type Props = {
  value: string;
  fields: readonly Field[];
  error: string | undefined;
  onChange: (pattern: string) => void;
};

export const PATTERN_ID = "convention-pattern";

/** The pattern as text, with what may come next under it. */
export function PatternField({ value, fields, error, onChange }: Props) {
  const [cursor, setCursor] = useState(value.length);
  const { from, to, options } = completePattern(value, Math.min(cursor, value.length), fields);
  return (
    <CompletingField
      id={PATTERN_ID}
      label="Pattern"
      name="pattern"
      autoComplete="off"
      maxLength={500}
      monospaced
      spellCheck={false}
      requiredIndicator
      value={value}
      error={error ?? false}
      helpText="Parts in {braces}, parts that may be left out in [brackets], everything else as it stands."
      options={options}
      onCursor={setCursor}
      onChange={onChange}
      onTake={({ text }) => {
        onChange(value.slice(0, from) + text + value.slice(to));
        setCursor(from + text.length);
      }}
    />
  );
}
