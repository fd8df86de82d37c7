import { Autocomplete, BlockStack } from "@shopify/polaris";
import { useState } from "react";
import { MOST_ENTITLED } from "#app/domain/discount/refusals.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { ChosenList } from "./chosen-list.tsx";
import { idsIn, idsText } from "./ids.ts";
import { useCustomerSearch } from "./use-customer-search.ts";

/** Customers, found by typing: Shopify's own dialog knows products and collections, but not people. */
export function CustomerChooser({ form }: { form: FormBinding }) {
  const [typed, setTyped] = useState("");
  const search = useCustomerSearch(typed);
  const { names, values, set, errorOf } = form;
  const ids = idsIn(values.customerIds);
  const choose = (selected: readonly string[]) => {
    const added = search.found.filter(({ id }) => selected.includes(id));
    names.learn(added.map(({ id, name }) => ({ kind: "customer", id, name })));
    set("customerIds", idsText(selected));
    setTyped("");
  };
  return (
    <BlockStack gap="200">
      <input type="hidden" name="customerIds" value={values.customerIds} />
      <ChosenList
        label="Chosen customers"
        items={ids.map((id) => ({
          id,
          name: names.nameOf("customer", id),
          onRemove: () => set("customerIds", idsText(ids.filter((each) => each !== id))),
        }))}
      />
      <Autocomplete
        allowMultiple
        loading={search.isSearching}
        options={search.found.map(({ id, name, email }) => ({
          value: id,
          label: email && email !== name ? `${name} (${email})` : name,
        }))}
        selected={ids}
        onSelect={choose}
        emptyState={
          search.isAsked ? "No customer fits. Try an e-mail address." : "Type a name or an e-mail."
        }
        textField={
          <Autocomplete.TextField
            id={fieldId("customerIds")}
            label="Add customers"
            autoComplete="off"
            placeholder="Name or e-mail"
            helpText={`Up to ${MOST_ENTITLED}. They have to sign in to use it. For more, make a segment of them in Shopify.`}
            value={typed}
            error={errorOf("customerIds")}
            onChange={setTyped}
          />
        }
      />
    </BlockStack>
  );
}
