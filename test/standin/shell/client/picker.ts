import type { PickerOptions } from "../messages.ts";

type Choice = { readonly id: string; readonly title: string };

/** The admin's resource picker, in its plainest form. Undefined when the person cancels, as in Shopify. */
export async function pickResource(
  store: string,
  options: PickerOptions,
): Promise<readonly Choice[] | undefined> {
  const response = await fetch(`/store/${store}/resources.json?type=${options.resource}`);
  const choices = (await response.json()) as readonly Choice[];
  const dialog = document.querySelector<HTMLDialogElement>("dialog#picker")!;
  const list = dialog.querySelector("ul")!;
  dialog.querySelector("h2")!.textContent = `Select ${options.resource}s`;
  list.replaceChildren(...choices.map((choice) => entry(choice, options.multiple)));
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => {
        const picked = [...list.querySelectorAll<HTMLInputElement>("input:checked")].map(
          (input) => input.value,
        );
        resolve(
          dialog.returnValue === "yes"
            ? choices.filter(({ id }) => picked.includes(id))
            : undefined,
        );
      },
      { once: true },
    );
  });
}

function entry(choice: Choice, multiple: boolean): HTMLLIElement {
  const input = document.createElement("input");
  input.type = multiple ? "checkbox" : "radio";
  input.name = "choice";
  input.value = choice.id;
  const label = document.createElement("label");
  label.append(input, ` ${choice.title}`);
  const item = document.createElement("li");
  item.append(label);
  return item;
}
