import type { PickerOptions } from "../messages.ts";
import type { Resource } from "../resources.ts";

/** One thing to pick. `picked` gives it with those of its variants that are ticked. */
export type PickerRow = {
  readonly title: string;
  readonly element: HTMLLIElement;
  readonly picked: () => Resource | undefined;
};

/** Of a product with several variants each has a box of its own; ticking the product ticks them all. */
export function pickerRow(resource: Resource, options: PickerOptions): PickerRow {
  const { id, title, variants = [] } = resource;
  const chosen = options.selected.find((each) => each.id === id);
  const element = document.createElement("li");
  const type = options.multiple === false ? "radio" : "checkbox";
  const main = box(type, title, chosen !== undefined);
  element.append(main.label);
  const inner = (variants.length > 1 ? variants : []).map((variant) => {
    const isTicked =
      chosen !== undefined && (chosen.variants?.some((v) => v.id === variant.id) ?? true);
    return { variant, ...box("checkbox", variant.title, isTicked) };
  });
  if (inner.length > 0) {
    const list = document.createElement("ul");
    list.append(
      ...inner.map(({ label }) => {
        const item = document.createElement("li");
        item.append(label);
        return item;
      }),
    );
    element.append(list);
  }
  const settle = () => {
    if (inner.length === 0) return;
    const ticked = inner.filter(({ input }) => input.checked).length;
    main.input.checked = ticked > 0;
    main.input.indeterminate = ticked > 0 && ticked < inner.length;
  };
  main.input.addEventListener("change", () => {
    for (const { input } of inner) input.checked = main.input.checked;
    settle();
  });
  for (const { input } of inner) input.addEventListener("change", settle);
  settle();
  return {
    title,
    element,
    picked() {
      if (!main.input.checked) return undefined;
      if (inner.length === 0) return resource;
      const ticked = inner.filter(({ input }) => input.checked).map(({ variant }) => variant);
      return { ...resource, variants: ticked };
    },
  };
}

function box(type: "radio" | "checkbox", text: string, isTicked: boolean) {
  const input = document.createElement("input");
  input.type = type;
  input.name = "choice";
  input.checked = isTicked;
  const label = document.createElement("label");
  label.append(input, ` ${text}`);
  return { input, label };
}
