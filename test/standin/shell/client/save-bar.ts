import type { SaveBar } from "../messages.ts";
import { barButton } from "./bar-button.ts";
import { confirm } from "./confirm.ts";

/** While something is unsaved, this bar covers the admin's own top bar. */
export function drawSaveBar(bar: SaveBar | undefined, click: (index: number) => void): void {
  const element = document.querySelector("#save-bar")!;
  element.toggleAttribute("hidden", !bar);
  if (!bar) return;
  const buttons = bar.buttons
    .map((button, index) => ({ button, index }))
    .sort((a, b) => Number(a.button.isPrimary) - Number(b.button.isPrimary))
    .map(({ button, index }) => {
      const label = button.label || (button.isPrimary ? "Save" : "Discard");
      return barButton({ ...button, label }, () => {
        const discards = !button.isPrimary && bar.asksBeforeDiscard;
        if (discards) void confirmDiscard().then((sure) => sure && click(index));
        else click(index);
      });
    });
  element.querySelector("#save-bar-buttons")!.replaceChildren(...buttons);
}

/** Resolves to false when the person stays. */
export function confirmLeaving(): Promise<boolean> {
  return confirm({
    title: "Leave page with unsaved changes?",
    text: "Leaving this page will delete all unsaved changes.",
    yes: "Leave page",
    no: "Stay",
  });
}

function confirmDiscard(): Promise<boolean> {
  return confirm({
    title: "Discard all unsaved changes",
    text: "If you discard changes, you’ll delete any edits you made since you last saved.",
    yes: "Discard changes",
    no: "Continue editing",
  });
}
