import { controlsOf, describeControl, watchContent } from "./bar-buttons.ts";
import type { ShellLink } from "./link.ts";

/** A title bar of the page is drawn by the admin; one inside a modal becomes the modal's head and foot. */
export function defineTitleBar(link: ShellLink): void {
  const shown: HTMLElement[] = [];
  link.listen((message) => {
    const bar = shown.at(-1);
    if (message.type === "title-bar-click" && bar) controlsOf(bar)[message.index]?.click();
  });

  customElements.define(
    "ui-title-bar",
    class extends HTMLElement {
      #stop: (() => void) | undefined;

      connectedCallback(): void {
        this.style.display = "none";
        if (this.closest("ui-modal")) return;
        shown.push(this);
        this.#stop = watchContent(this, () => {
          link.send({
            type: "title-bar",
            bar: {
              title: this.getAttribute("title") ?? document.title,
              buttons: controlsOf(this).map(describeControl),
            },
          });
        });
      }

      disconnectedCallback(): void {
        this.#stop?.();
        const at = shown.indexOf(this);
        if (at < 0) return;
        shown.splice(at, 1);
        if (shown.length === 0) link.send({ type: "title-bar", bar: undefined });
      }
    },
  );
}
