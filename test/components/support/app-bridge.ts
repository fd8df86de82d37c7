/** What the page asked the admin around it to do. */
export type Asked = {
  toasts: string[];
  loading: boolean[];
  leaveAsked: number;
  /** What its pickers were opened with, and what the next ones answer. */
  pickers: unknown[];
  picks: unknown[];
  /** Scopes it was asked for; what the next request answers is `grants`. */
  scopes: (readonly string[])[];
  grants: boolean;
  /** Scopes the app has. */
  granted: string[];
};

/** Stands where App Bridge stands, and writes down what it is asked; its elements do nothing by themselves. */
export function installAppBridge(): Asked {
  const asked: Asked = {
    toasts: [],
    loading: [],
    leaveAsked: 0,
    pickers: [],
    picks: [],
    scopes: [],
    grants: false,
    granted: [],
  };
  const shopify = {
    loading: (isLoading: boolean) => asked.loading.push(isLoading),
    resourcePicker: (options: unknown) => {
      asked.pickers.push(options);
      return Promise.resolve(asked.picks.shift());
    },
    scopes: {
      query: () => Promise.resolve({ granted: asked.granted, required: [], optional: [] }),
      request: (scopes: readonly string[]) => {
        asked.scopes.push(scopes);
        return Promise.resolve({ result: asked.grants ? "granted-all" : "declined-all" });
      },
    },
    toast: { show: (message: string) => asked.toasts.push(message) },
    saveBar: {
      leaveConfirmation: () => {
        asked.leaveAsked += 1;
        return new Promise<void>(() => undefined);
      },
    },
  };
  Object.assign(window, { shopify });
  for (const tag of ["ui-save-bar", "ui-modal"]) {
    if (!customElements.get(tag)) customElements.define(tag, class extends Bar {});
  }
  return asked;
}

class Bar extends HTMLElement {
  readonly content = document.createElement("div");
  show(): void {
    this.dataset["open"] = "true";
    if (!this.content.isConnected) document.body.append(this.content);
  }
  hide(): void {
    delete this.dataset["open"];
    this.content.remove();
  }
}
