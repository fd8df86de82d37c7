import { Select } from "@shopify/polaris";
import { useState } from "react";
import type { Directory } from "#app/domain/directory/summary.ts";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";

type Props = { campaigns: Directory["campaigns"]; onClose: () => void };

/** Which campaign's codes are for staff. */
export function StaffOnlyModal({ campaigns, onClose }: Props) {
  const [campaign, setCampaign] = useState(campaigns[0]?.id ?? "");
  const save = useFormVerb("Saved", ["campaign"], onClose);
  return (
    <FormModal
      title="Add campaign for staff"
      button="Add campaign"
      notDone="Not added"
      verb={save}
      onSend={() => save.send("/app/settings/directory/staff-only", { campaign, staffOnly: "yes" })}
      onClose={onClose}
    >
      <CampaignSelect
        campaigns={campaigns}
        value={campaign}
        error={save.errorOf("campaign")}
        onChange={setCampaign}
      />
    </FormModal>
  );
}

type SelectProps = Pick<Props, "campaigns"> & {
  value: string;
  error: string | false;
  onChange: (id: string) => void;
};

export function CampaignSelect({ campaigns, value, error, onChange }: SelectProps) {
  return (
    <Select
      label="Campaign"
      options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
