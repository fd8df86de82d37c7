import { controlsOf, describeControl } from "./bar-buttons.ts";

/** Draws the modal inside the frame; the real one covers the admin, which changes nothing for the app. */
export function defineModal(): void {
  customElements.define(
    "ui-modal",
    class extends HTMLElement {
      readonly #dialog = document.createElement("dialog");
      readonly #head = document.createElement("header");
      readonly #foot = document.createElement("footer");
      /** Where app-bridge-react renders the children into. */
      readonly content = document.createElement("div");

      connectedCallback(): void {
        this.style.display = "none";
        this.#dialog.setAttribute("data-app-bridge-modal", this.getAttribute("variant") ?? "base");
        this.#dialog.style.cssText = DIALOG;
        this.#head.style.cssText = HEAD;
        this.content.style.cssText = "padding: 16px; overflow: auto";
        this.#foot.style.cssText = FOOT;
        this.#dialog.append(this.#head, this.content, this.#foot);
        this.#dialog.addEventListener("close", () => this.dispatchEvent(new Event("hide")));
      }

      disconnectedCallback(): void {
        this.#dialog.remove();
      }

      get showing(): boolean {
        return this.#dialog.open;
      }

      show(): Promise<void> {
        if (!this.#dialog.open) {
          this.#draw();
          // Not before: a page that is still being hydrated must find its body as the server made it.
          document.body.append(this.#dialog);
          this.#dialog.showModal();
          this.dispatchEvent(new Event("show"));
        }
        return Promise.resolve();
      }

      hide(): Promise<void> {
        if (this.#dialog.open) this.#dialog.close();
        return Promise.resolve();
      }

      toggle(): Promise<void> {
        return this.showing ? this.hide() : this.show();
      }

      #draw(): void {
        const bar = this.querySelector("ui-title-bar");
        const close = document.createElement("button");
        close.textContent = "×";
        close.setAttribute("aria-label", "Close");
        close.style.cssText = "border: 0; background: none; font-size: 14px; cursor: pointer";
        close.addEventListener("click", () => this.#dialog.close());
        const title = document.createElement("strong");
        title.textContent = bar?.getAttribute("title") ?? "";
        this.#dialog.setAttribute("aria-label", title.textContent);
        this.#head.replaceChildren(title, close);
        this.#foot.replaceChildren(...(bar ? controlsOf(bar) : []).map(mirror).reverse());
        this.#foot.hidden = this.#foot.childElementCount === 0;
      }
    },
  );
}

function mirror(control: HTMLElement): HTMLButtonElement {
  const { label, isPrimary, isDisabled } = describeControl(control);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.disabled = isDisabled;
  button.style.cssText = isPrimary ? PRIMARY : SECONDARY;
  button.addEventListener("click", () => control.click());
  return button;
}

const DIALOG =
  "border: 0; border-radius: 16px; padding: 0; width: min(620px, calc(100vw - 32px)); box-shadow: 0 20px 60px #0006; font: 13px/20px Inter, system-ui, sans-serif";
const HEAD =
  "display: flex; justify-content: space-between; padding: 12px 16px; background: #f3f3f3; border-bottom: 1px solid #e3e3e3";
const FOOT =
  "display: flex; gap: 8px; justify-content: flex-end; padding: 12px 16px; border-top: 1px solid #e3e3e3";
const BUTTON = "border-radius: 8px; padding: 6px 12px; font: inherit; cursor: pointer";
const PRIMARY = `${BUTTON}; border: 0; background: #303030; color: #fff`;
const SECONDARY = `${BUTTON}; border: 1px solid #ccc; background: #fff; color: #303030`;
