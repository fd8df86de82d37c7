import type { TitleBar } from "../messages.ts";
import { barButton } from "./bar-button.ts";

export function drawTitleBar(bar: TitleBar | undefined, click: (index: number) => void): void {
  const title = document.querySelector("#page-title")!;
  const actions = document.querySelector("#page-actions")!;
  const name = document.querySelector<HTMLElement>("#app-bar")!.dataset["app"] ?? "";
  title.textContent = bar?.title ?? name;
  const buttons = (bar?.buttons ?? []).map((button, index) => ({ button, index }));
  const back = buttons.filter(({ button }) => button.isBreadcrumb);
  document
    .querySelector("#page-back")!
    .replaceChildren(...back.map(({ button, index }) => barButton(button, () => click(index))));
  actions.replaceChildren(
    ...buttons
      .filter(({ button }) => !button.isBreadcrumb)
      .sort((a, b) => Number(a.button.isPrimary) - Number(b.button.isPrimary))
      .map(({ button, index }) => barButton(button, () => click(index))),
  );
}
