import { useAppBridge } from "@shopify/app-bridge-react";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { ChosenList } from "./chosen-list.tsx";
import { Chooser } from "./chooser.tsx";
import { idsIn, idsText } from "./ids.ts";
import { pickCollections, pickProducts } from "./pick-items.ts";

type Products = { form: FormBinding; products: CampaignField; variants: CampaignField };

/** Products, or single variants of them. */
export function ProductChooser({ form, products, variants }: Products) {
  const shopify = useAppBridge();
  const { names, values, set } = form;
  const [ids, variantIds] = [idsIn(values[products]), idsIn(values[variants])];
  const choose = async () => {
    const picked = await pickProducts(shopify, { ids, variantIds }, names.productOf);
    if (!picked) return;
    names.learn(picked.chosen);
    set(products, idsText(picked.ids));
    set(variants, idsText(picked.variantIds));
  };
  const item = (kind: "product" | "variant", field: CampaignField) => (id: string) => ({
    id: `${kind} ${id}`,
    name: names.nameOf(kind, id),
    onRemove: () => set(field, idsText(idsIn(values[field]).filter((each) => each !== id))),
  });
  const chosen = [
    ...ids.map(item("product", products)),
    ...variantIds.map(item("variant", variants)),
  ];
  return (
    <Chooser
      form={form}
      fields={[products, variants]}
      button={chosen.length === 0 ? "Choose products" : "Change products"}
      onChoose={() => void choose()}
    >
      <ChosenList label="Chosen products" items={chosen} />
    </Chooser>
  );
}

/** Collections. */
export function CollectionChooser({ form, field }: { form: FormBinding; field: CampaignField }) {
  const shopify = useAppBridge();
  const { names, values, set } = form;
  const ids = idsIn(values[field]);
  const choose = async () => {
    const picked = await pickCollections(shopify, ids);
    if (!picked) return;
    names.learn(picked.chosen);
    set(field, idsText(picked.ids));
  };
  return (
    <Chooser
      form={form}
      fields={[field]}
      button={ids.length === 0 ? "Choose collections" : "Change collections"}
      onChoose={() => void choose()}
    >
      <ChosenList
        label="Chosen collections"
        items={ids.map((id) => ({
          id,
          name: names.nameOf("collection", id),
          onRemove: () => set(field, idsText(ids.filter((each) => each !== id))),
        }))}
      />
    </Chooser>
  );
}
