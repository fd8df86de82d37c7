import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { LONGEST_KEY_NAME, type NewApiKey } from "#app/domain/access/api-key.ts";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";

type Props = { onMade: (made: NewApiKey) => void; onClose: () => void };

/** Names a key and makes it. */
export function KeyModal({ onMade, onClose }: Props) {
  const [name, setName] = useState("");
  const create = useFormVerb<NewApiKey>("Key created", ["name"], (made) => {
    onMade(made);
    onClose();
  });
  return (
    <FormModal
      title="Create key"
      button="Create key"
      notDone="Not created"
      verb={create}
      onSend={() => create.send("/app/settings/api-keys/create", { name })}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoComplete="off"
        maxLength={LONGEST_KEY_NAME}
        placeholder="Klaviyo"
        helpText="Which system sends with it. The name stands in the activity log."
        value={name}
        error={create.errorOf("name")}
        onChange={setName}
      />
    </FormModal>
  );
}
