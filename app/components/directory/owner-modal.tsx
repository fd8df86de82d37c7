import { TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Directory } from "#app/domain/directory/summary.ts";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import { CampaignSelect } from "./staff-only-modal.tsx";

const FIELDS = ["campaign", "code", "email"];

type Props = { campaigns: Directory["campaigns"]; onClose: () => void };

/** Whose a campaign's codes are, or one of them. */
export function OwnerModal({ campaigns, onClose }: Props) {
  const [form, setForm] = useState({ campaign: campaigns[0]?.id ?? "", code: "", email: "" });
  const save = useFormVerb("Owner added", FIELDS, onClose);
  return (
    <FormModal
      title="Add owner"
      button="Add owner"
      notDone="Not added"
      verb={save}
      onSend={() => save.send("/app/settings/directory/add-owner", form)}
      onClose={onClose}
    >
      <CampaignSelect
        campaigns={campaigns}
        value={form.campaign}
        error={save.errorOf("campaign")}
        onChange={(campaign) => setForm({ ...form, campaign })}
      />
      <TextField
        label="Code"
        autoComplete="off"
        helpText="Empty: all codes of the campaign."
        value={form.code}
        error={save.errorOf("code")}
        onChange={(code) => setForm({ ...form, code })}
      />
      <TextField
        label="E-mail of the owner"
        type="email"
        autoComplete="off"
        helpText="We keep a keyed hash of it, not the address."
        value={form.email}
        error={save.errorOf("email")}
        onChange={(email) => setForm({ ...form, email })}
      />
    </FormModal>
  );
}
