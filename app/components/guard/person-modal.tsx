import { Autocomplete, ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { LONGEST_WHY } from "#app/domain/guard/exception.ts";
import { useCustomerSearch } from "#app/components/campaign/form/use-customer-search.ts";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";

const FIELDS = ["kind", "customerId", "email", "scope", "until", "reason"];

type Props = { scopes: readonly { value: string; label: string }[]; onClose: () => void };

/** Who, from what, until when and why. */
export function PersonModal({ scopes, onClose }: Props) {
  const [form, setForm] = useState({
    ...{ kind: "disqualified", customerId: "", email: "" },
    ...{ scope: "everything", until: "", reason: "" },
  });
  const search = useCustomerSearch(form.customerId === "" ? form.email : "");
  const save = useFormVerb("Saved. Checkout knows within seconds.", FIELDS, onClose);
  const set = (field: keyof typeof form) => (value: string) =>
    setForm((before) => ({ ...before, [field]: value }));
  const send = () => save.send("/app/settings/people/add", form);
  const choose = ([id]: string[]) => {
    const found = search.found.find((each) => each.id === id);
    if (found) setForm({ ...form, customerId: found.id, email: found.email ?? found.name });
  };
  return (
    <FormModal
      title="Add person"
      button="Add person"
      notDone="Not added"
      verb={save}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceList
        title="What"
        choices={[
          { value: "disqualified", label: "Disqualify", helpText: "Codes are refused." },
          {
            value: "sign_in",
            label: "Require sign-in",
            helpText: "Codes ask them to sign in. Once signed in, limits hold as for everybody.",
          },
          {
            value: "allowed",
            label: "Allow",
            helpText:
              "No limit and no condition of ours refuses a code. Known when signed in or by e-mail.",
          },
        ]}
        selected={[form.kind]}
        onChange={([kind = ""]) => set("kind")(kind)}
      />
      <Autocomplete
        loading={search.isSearching}
        options={search.found.map(({ id, name, email }) => ({
          value: id,
          label: email && email !== name ? `${name} (${email})` : name,
        }))}
        selected={[]}
        onSelect={choose}
        textField={
          <Autocomplete.TextField
            label="Customer or e-mail"
            autoComplete="off"
            placeholder="Name or e-mail"
            helpText="An e-mail without an account is known when a guest checks out with it. We keep a keyed hash of it, not the address."
            value={form.email}
            error={save.errorOf("email")}
            onChange={(email) => setForm({ ...form, email, customerId: "" })}
          />
        }
      />
      <FormLayout.Group>
        <Select
          label="For"
          options={scopes.map(({ value, label }) => ({ value, label }))}
          value={form.scope}
          error={save.errorOf("scope")}
          onChange={set("scope")}
        />
        <TextField
          label="Until"
          type="date"
          autoComplete="off"
          helpText="Up to and with this day. Empty: no end."
          value={form.until}
          error={save.errorOf("until")}
          onChange={set("until")}
        />
      </FormLayout.Group>
      <TextField
        label="Why"
        autoComplete="off"
        multiline={2}
        maxLength={LONGEST_WHY}
        value={form.reason}
        error={save.errorOf("reason")}
        onChange={set("reason")}
      />
    </FormModal>
  );
}
