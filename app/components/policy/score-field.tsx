import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { readShare, thresholdText } from "#app/domain/calibration/read-threshold.ts";

type Props = {
  label: string;
  value: number;
  error: string | false;
  onChange: (value: number) => void;
};

/** A score in per cent as it is typed, to a tenth; what is none is sent as it stands and refused beside the field. */
export function ScoreField({ value, onChange, ...field }: Props) {
  const [typed, setTyped] = useState(thresholdText(value));
  // A preset or an earlier version brings another score.
  const shown = Object.is(readShare(typed), value) ? typed : thresholdText(value);
  return (
    <TextField
      {...field}
      autoComplete="off"
      inputMode="decimal"
      suffix="%"
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(readShare(text));
      }}
    />
  );
}
