import type { BarButton } from "../messages.ts";

/** The buttons and links an app puts into a bar element, in order; the admin draws them. */
export function controlsOf(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>("button, a")].filter(
    (control) => control.closest("ui-modal, ui-save-bar, ui-title-bar") === element,
  );
}

export function describeControl(control: HTMLElement): BarButton {
  const variant = control.getAttribute("variant");
  return {
    label: control.textContent.trim(),
    isPrimary: variant === "primary",
    isBreadcrumb: variant === "breadcrumb",
    isDisabled: control.hasAttribute("disabled"),
    isLoading: control.hasAttribute("loading") && control.getAttribute("loading") !== "false",
  };
}

/** Calls back now and whenever something inside the element changes; returns how to stop. */
export function watchContent(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(element, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  changed();
  return () => observer.disconnect();
}
