import { Autocomplete, BlockStack } from "@shopify/polaris";
import { useState } from "react";
import { COUNTRY_CODES } from "#app/domain/shared/country-codes.ts";
import { countryName } from "#app/components/format/country.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { ChosenList } from "./chosen-list.tsx";
import { idsIn, idsText } from "./ids.ts";

/** Countries, found by typing their names. */
export function CountryChooser({ form }: { form: FormBinding }) {
  const { locale } = useFormat();
  const [typed, setTyped] = useState("");
  const chosen = idsIn(form.values.countries);
  const set = (codes: readonly string[]) => form.set("countries", idsText(codes));
  const wanted = typed.trim().toLowerCase();
  const options = COUNTRY_CODES.map((value) => ({ value, label: countryName(value, locale) }))
    .filter(({ value, label }) => label.toLowerCase().includes(wanted) || value === typed.trim())
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <BlockStack gap="200">
      <input type="hidden" name="countries" value={form.values.countries} />
      <ChosenList
        label="Chosen countries"
        items={chosen.map((code) => ({
          id: code,
          name: countryName(code, locale),
          onRemove: () => set(chosen.filter((each) => each !== code)),
        }))}
      />
      <Autocomplete
        allowMultiple
        options={options}
        selected={chosen}
        onSelect={(codes) => {
          set(codes);
          setTyped("");
        }}
        emptyState="No country is called so."
        textField={
          <Autocomplete.TextField
            id={fieldId("countries")}
            label="Add countries"
            autoComplete="off"
            placeholder="Germany, Austria …"
            value={typed}
            error={form.errorOf("countries")}
            onChange={setTyped}
          />
        }
      />
    </BlockStack>
  );
}
