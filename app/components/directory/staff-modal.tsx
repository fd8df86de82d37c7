import { ChoiceList, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { StaffChange } from "#app/domain/directory/summary.ts";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";

const CHOICES: { value: StaffChange; label: string }[] = [
  { value: "add", label: "Add these" },
  { value: "remove", label: "Remove these" },
  { value: "replace", label: "Replace the list with these" },
];

/** Addresses that come to the list, leave it, or are the whole of it. */
export function StaffModal({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState<Record<"change" | "addresses", string>>({
    ...{ change: "add", addresses: "" },
  });
  const save = useFormVerb("Staff saved", ["change", "addresses"], onClose);
  return (
    <FormModal
      title="Change staff"
      button="Save staff"
      notDone="Not saved"
      verb={save}
      onSend={() => save.send("/app/settings/directory/staff", form)}
      onClose={onClose}
    >
      <ChoiceList
        title="What to do with these addresses"
        choices={CHOICES}
        selected={[form.change]}
        onChange={([change = "add"]) => setForm({ ...form, change })}
      />
      <TextField
        label="E-mail addresses"
        autoComplete="off"
        multiline={6}
        helpText="One on each line, up to 5,000. Private addresses, too, where staff order with them. We keep keyed hashes, not the addresses."
        value={form.addresses}
        error={save.errorOf("addresses")}
        onChange={(addresses) => setForm({ ...form, addresses })}
      />
    </FormModal>
  );
}
