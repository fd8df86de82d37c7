import type { PickerOptions } from "../messages.ts";
import type { Resource } from "../resources.ts";
import { pickerRow, type PickerRow } from "./picker-row.ts";

/** The admin's resource picker, in its plainest form. Undefined when the person cancels, as in Shopify. */
export async function pickResource(
  store: string,
  options: PickerOptions,
): Promise<readonly Resource[] | undefined> {
  const response = await fetch(`/store/${store}/resources.json?type=${options.resource}`);
  const offered = (await response.json()) as readonly Resource[];
  const dialog = document.querySelector<HTMLDialogElement>("dialog#picker")!;
  const search = dialog.querySelector<HTMLInputElement>("input[type=search]")!;
  const title = `Select ${options.resource}s`;
  dialog.querySelector("h2")!.textContent = title;
  search.setAttribute("aria-label", `Search ${options.resource}s`);
  search.value = "";
  const rows = offered.map((resource) => pickerRow(resource, options));
  dialog.querySelector("ul")!.replaceChildren(...rows.map(({ element }) => element));
  search.oninput = () => showFound(rows, search.value);
  // Enter would press the form's first button, which cancels.
  search.onkeydown = (event) => {
    if (event.key === "Enter") event.preventDefault();
  };
  dialog.onchange = () => showCount(dialog, rows, options);
  showCount(dialog, rows, options);
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => resolve(dialog.returnValue === "yes" ? picked(rows) : undefined),
      { once: true },
    );
  });
}

function picked(rows: readonly PickerRow[]): Resource[] {
  return rows.flatMap((row) => row.picked() ?? []);
}

function showFound(rows: readonly PickerRow[], text: string): void {
  const wanted = text.trim().toLowerCase();
  for (const { element, title } of rows) element.hidden = !title.toLowerCase().includes(wanted);
}

/** More than are allowed cannot be taken. */
function showCount(
  dialog: HTMLDialogElement,
  rows: readonly PickerRow[],
  { multiple, resource }: PickerOptions,
): void {
  const { length } = picked(rows);
  const isTooMany = typeof multiple === "number" && length > multiple;
  const most = isTooMany ? `, at most ${multiple}` : "";
  dialog.querySelector("p")!.textContent =
    `${length} ${resource}${length === 1 ? "" : "s"} selected${most}`;
  dialog.querySelector<HTMLButtonElement>("button[value=yes]")!.disabled = isTooMany;
}
