import { Select, TextField } from "@shopify/polaris";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import type { Change } from "./use-change.ts";

type Props = { label: string; field: "at" | "endsAt"; change: Change; helpText?: string };

/** A time of the shop. One that comes twice, because the clock is put back, asks which. */
export function TimeField({ label, field, change, helpText }: Props) {
  const { shop } = useFrame();
  const { form, set, errorOf } = change;
  const which = `${field}Which` as const;
  const zone = `Your shop’s time: ${shop.timeZone.replaceAll("_", " ")}.`;
  return (
    <>
      <TextField
        label={label}
        type="datetime-local"
        autoComplete="off"
        value={form[field]}
        error={errorOf(field) ?? false}
        helpText={helpText ? `${zone} ${helpText}` : zone}
        onChange={(value) => set(field, value)}
      />
      {errorOf(which) || form[which] ? (
        <Select
          label="Which of the two"
          placeholder="Choose one"
          options={[
            { value: "earlier", label: "The earlier, before the clock is put back" },
            { value: "later", label: "The later, after the clock was put back" },
          ]}
          value={form[which]}
          error={errorOf(which) ?? false}
          onChange={(value) => set(which, value)}
        />
      ) : null}
    </>
  );
}
