import type { ShellLink } from "./link.ts";
import { watchContent } from "./bar-buttons.ts";

export function defineNavMenu(link: ShellLink): void {
  customElements.define(
    "ui-nav-menu",
    class extends HTMLElement {
      #stop: (() => void) | undefined;

      connectedCallback(): void {
        this.hidden = true;
        this.style.display = "none";
        this.#stop = watchContent(this, () => {
          link.send({
            type: "nav",
            items: [...this.querySelectorAll("a")].map((anchor) => ({
              label: anchor.textContent.trim(),
              href: anchor.getAttribute("href") ?? "/",
              isHome: anchor.getAttribute("rel") === "home",
            })),
          });
        });
      }

      disconnectedCallback(): void {
        this.#stop?.();
      }
    },
  );
}
