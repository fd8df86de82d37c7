import type { BarButton, SaveBar } from "../messages.ts";
import { controlsOf, describeControl, watchContent } from "./bar-buttons.ts";
import type { ShellLink } from "./link.ts";

/** One bar the admin may show, whoever asked for it: an element, or a form with unsaved changes. */
type Bar = {
  readonly id: string;
  readonly asksBeforeDiscard: () => boolean;
  readonly buttons: () => readonly BarButton[];
  readonly click: (index: number) => void;
};

/** At most one bar is visible, the one shown last. */
export class SaveBars {
  readonly #link: ShellLink;
  #visible: Bar | undefined;

  constructor(link: ShellLink) {
    this.#link = link;
    link.listen((message) => {
      if (message.type === "save-bar-click") this.#visible?.click(message.index);
    });
  }

  get isVisible(): boolean {
    return this.#visible !== undefined;
  }

  shows(bar: Bar): boolean {
    return this.#visible === bar;
  }

  show(bar: Bar): void {
    this.#visible = bar;
    this.#link.send({ type: "save-bar", bar: describe(bar) });
  }

  hide(bar: Bar): void {
    if (this.#visible !== bar) return;
    this.#visible = undefined;
    this.#link.send({ type: "save-bar", bar: undefined });
  }
}

function describe(bar: Bar): SaveBar {
  return { id: bar.id, asksBeforeDiscard: bar.asksBeforeDiscard(), buttons: bar.buttons() };
}

export function defineSaveBar(bars: SaveBars): void {
  customElements.define(
    "ui-save-bar",
    class extends HTMLElement {
      #stop: (() => void) | undefined;
      readonly #bar: Bar = {
        id: "",
        asksBeforeDiscard: () => this.hasAttribute("discardConfirmation"),
        buttons: () => controlsOf(this).map(describeControl),
        click: (index) => controlsOf(this)[index]?.click(),
      };

      get showing(): boolean {
        return bars.shows(this.#bar);
      }

      show(): Promise<void> {
        if (!this.showing) {
          bars.show(this.#bar);
          this.dispatchEvent(new Event("show"));
        }
        return Promise.resolve();
      }

      hide(): Promise<void> {
        if (this.showing) {
          bars.hide(this.#bar);
          this.dispatchEvent(new Event("hide"));
        }
        return Promise.resolve();
      }

      toggle(): Promise<void> {
        return this.showing ? this.hide() : this.show();
      }

      connectedCallback(): void {
        this.style.display = "none";
        this.#stop = watchContent(this, () => {
          if (this.showing) bars.show(this.#bar);
        });
      }

      disconnectedCallback(): void {
        this.#stop?.();
        bars.hide(this.#bar);
      }
    },
  );
}

/** A form marked `data-save-bar` shows the bar while what it holds differs from what it held. */
export function watchForms(bars: SaveBars): void {
  const watched = new WeakMap<HTMLFormElement, { readonly bar: Bar; saved: string }>();
  const watch = (form: HTMLFormElement) => {
    const bar: Bar = {
      id: form.id,
      asksBeforeDiscard: () => form.hasAttribute("data-discard-confirmation"),
      buttons: () => [button("Save", true), button("Discard", false)],
      click: (index) => {
        if (index === 0) form.requestSubmit();
        else form.reset();
      },
    };
    const state = { bar, saved: contentOf(form) };
    watched.set(form, state);
    return state;
  };
  const formOf = (event: Event): HTMLFormElement | null =>
    event.target instanceof Element
      ? event.target.closest<HTMLFormElement>("form[data-save-bar]")
      : null;
  // Before the change reaches the form, so that what it held before can still be read.
  for (const moment of ["beforeinput", "focusin", "pointerdown"]) {
    document.addEventListener(
      moment,
      (event) => {
        const form = formOf(event);
        if (form && !watched.has(form)) watch(form);
      },
      true,
    );
  }
  const compare = (event: Event): void => {
    const form = formOf(event);
    if (!form) return;
    const state = watched.get(form) ?? watch(form);
    if (contentOf(form) === state.saved) bars.hide(state.bar);
    else if (!bars.shows(state.bar)) bars.show(state.bar);
  };
  document.addEventListener("input", compare);
  document.addEventListener("change", compare);
  const settle = (event: Event): void => {
    const form = formOf(event);
    const state = form ? watched.get(form) : undefined;
    if (!form || !state) return;
    state.saved = contentOf(form);
    bars.hide(state.bar);
  };
  document.addEventListener("submit", settle);
  // The browser puts the old values back only after the event.
  document.addEventListener("reset", (event) => setTimeout(() => settle(event)));
}

function button(label: string, isPrimary: boolean): BarButton {
  return { label, isPrimary, isBreadcrumb: false, isDisabled: false, isLoading: false };
}

function contentOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)].map(([name, value]) => [
      name,
      value instanceof File ? value.name : value,
    ]),
  );
}
