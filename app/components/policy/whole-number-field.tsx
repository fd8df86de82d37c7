import { TextField } from "@shopify/polaris";

type Props = {
  label: string;
  value: number;
  error: string | false;
  suffix?: string;
  helpText?: string;
  isDisabled?: boolean;
  onChange: (value: number) => void;
};

/** A whole number; what is none is sent as it stands and refused beside the field. */
export function WholeNumberField({ isDisabled = false, value, onChange, ...field }: Props) {
  return (
    <TextField
      {...field}
      type="number"
      autoComplete="off"
      disabled={isDisabled}
      value={Number.isNaN(value) ? "" : String(value)}
      onChange={(text) => onChange(text.trim() === "" ? NaN : Number(text))}
    />
  );
}
