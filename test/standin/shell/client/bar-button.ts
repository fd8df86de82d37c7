import type { BarButton } from "../messages.ts";

export function barButton(button: BarButton, click: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = button.label;
  element.disabled = button.isDisabled || button.isLoading;
  element.className = button.isPrimary ? "button primary" : "button";
  if (button.isLoading) element.setAttribute("aria-busy", "true");
  element.addEventListener("click", click);
  return element;
}
