import { Select, TextField } from "@shopify/polaris";
import { ACTION_LABELS, type ActionKind } from "#app/domain/schedule/action.ts";
import { TimeField } from "./time-field.tsx";
import type { Change } from "./use-change.ts";

type Props = { kinds: readonly ActionKind[]; isAlike: boolean; change: Change };

/** What is to be done, with what it needs to know. */
export function ActionFields({ kinds, isAlike, change }: Props) {
  const { form, set, errorOf } = change;
  return (
    <>
      {kinds.length > 1 ? (
        <Select
          label="What"
          options={kinds.map((kind) => ({ value: kind, label: ACTION_LABELS[kind] }))}
          value={form.action}
          error={errorOf("action") ?? false}
          onChange={(value) => set("action", value)}
        />
      ) : null}
      {form.action === "extend" ? (
        <TimeField
          label="New end"
          field="endsAt"
          change={change}
          helpText="Leave empty for no end."
        />
      ) : null}
      {form.action === "raise_cap" ? (
        <TextField
          label="New cap"
          autoComplete="off"
          inputMode="numeric"
          value={form.cap}
          error={errorOf("cap") ?? false}
          helpText="Leave empty for no cap."
          onChange={(value) => set("cap", value)}
        />
      ) : null}
      {form.action === "rotate" ? (
        <TextField
          label="New code"
          autoComplete="off"
          spellCheck={false}
          value={form.to}
          error={errorOf("to") ?? errorOf("codeId") ?? false}
          helpText={`The old code works until the new one is in Shopify, then it is refused. Its uses stay in the reports.${isAlike ? " Leave empty to have a code made like the others." : ""}`}
          onChange={(value) => set("to", value)}
        />
      ) : null}
    </>
  );
}
