import { Checkbox, FormLayout, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { SeasonSummary } from "#app/domain/campaign/season-form.ts";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";

const FIELDS = ["name", "first", "last"];

/** Name and days of one season. */
export function SeasonModal({
  season,
  onClose,
}: {
  season: SeasonSummary | null;
  onClose: () => void;
}) {
  const [form, setForm] = useState({
    name: season?.name ?? "",
    first: season?.first ?? "",
    last: season?.last ?? "",
    yearly: season ? (season.yearly ? "on" : "") : "on",
  });
  const save = useFormVerb("Season saved", FIELDS, onClose);
  const set = (field: keyof typeof form) => (value: string) =>
    setForm((before) => ({ ...before, [field]: value }));
  const send = () => save.send("/app/settings/seasons/save", { key: season?.key ?? "", ...form });
  return (
    <FormModal
      title={season ? `Edit ${season.name}` : "Add season"}
      button="Save season"
      notDone="Not saved"
      verb={save}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoComplete="off"
        maxLength={60}
        value={form.name}
        error={save.errorOf("name")}
        onChange={set("name")}
      />
      <FormLayout.Group>
        <TextField
          label="First day"
          type="date"
          autoComplete="off"
          value={form.first}
          error={save.errorOf("first")}
          onChange={set("first")}
        />
        <TextField
          label="Last day"
          type="date"
          autoComplete="off"
          value={form.last}
          error={save.errorOf("last")}
          onChange={set("last")}
        />
      </FormLayout.Group>
      <Checkbox
        label="Comes back every year on these days"
        checked={form.yearly === "on"}
        onChange={(isTicked) => set("yearly")(isTicked ? "on" : "")}
      />
    </FormModal>
  );
}
