import { FormLayout, Select, TextField } from "@shopify/polaris";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";
import type { HistoryPage } from "#app/domain/replay/history.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";

export type TypedLimit = Pick<CampaignForm, "perCustomer" | "limitWindow" | "limitDays">;

type Props = Pick<HistoryPage, "seasons"> & {
  label: string;
  typed: TypedLimit;
  errorOf: (field: keyof TypedLimit) => string | false;
  onChange: (changed: Partial<TypedLimit>) => void;
};

/** One limit to try. */
export function LimitFields({ label, seasons, typed, errorOf, onChange }: Props) {
  return (
    <>
      <FormLayout.Group>
        <TextField
          label={label}
          autoComplete="off"
          inputMode="numeric"
          suffix={typed.perCustomer.trim() === "1" ? "time" : "times"}
          helpText={errorOf("perCustomer") ? undefined : "Leave it empty for no limit."}
          value={typed.perCustomer}
          error={errorOf("perCustomer")}
          onChange={(perCustomer) => onChange({ perCustomer })}
        />
        <Select
          label="Counted"
          options={[
            ...LIMIT_WINDOWS.map((value) => ({ value, label: WINDOW_LABELS[value] })),
            { value: "rolling", label: "within the last … days" },
            ...seasons.map(({ key, name }) => ({
              value: `season:${key}`,
              label: `in each ${name}`,
            })),
          ]}
          value={typed.limitWindow}
          error={errorOf("limitWindow")}
          onChange={(limitWindow) => onChange({ limitWindow })}
        />
      </FormLayout.Group>
      {typed.limitWindow === "rolling" ? (
        <TextField
          label="Days"
          autoComplete="off"
          inputMode="numeric"
          suffix="days"
          value={typed.limitDays}
          error={errorOf("limitDays")}
          onChange={(limitDays) => onChange({ limitDays })}
        />
      ) : null}
    </>
  );
}
