import type { PickerOptions, PickerSelection } from "../messages.ts";
import type { ShellLink } from "./link.ts";
import type { SaveBars } from "./save-bar.ts";

type Parts = {
  readonly link: ShellLink;
  readonly bars: SaveBars;
  readonly apiKey: string;
  readonly parameters: URLSearchParams;
};

type ToastOptions = {
  readonly duration?: number;
  readonly isError?: boolean;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly onDismiss?: () => void;
};

type ResourcePickerOptions = {
  readonly type: PickerOptions["resource"];
  readonly multiple?: boolean | number;
  readonly selectionIds?: readonly PickerSelection[];
};

/** An element App Bridge shows and hides by its id: `ui-modal` or `ui-save-bar`. */
type Showable = HTMLElement & Record<"show" | "hide" | "toggle", () => Promise<void>>;

/** `window.shopify`: the parts of App Bridge's interface an embedded admin app uses. */
export function shopifyGlobal({ link, bars, apiKey, parameters }: Parts) {
  return {
    config: {
      apiKey,
      shop: parameters.get("shop") ?? "",
      host: parameters.get("host") ?? "",
      locale: parameters.get("locale") ?? "en",
    },
    origin: link.origin,
    ready: Promise.resolve(),
    environment: { mobile: false, embedded: link.isFramed, pos: false, intent: false },
    idToken: async () => String(await link.ask({ type: "id-token" })),
    user: () => link.ask({ type: "user" }),
    loading: (isLoading = true) => link.send({ type: "loading", isLoading }),
    toast: toastApi(link),
    modal: byId("ui-modal"),
    saveBar: {
      ...byId("ui-save-bar"),
      leaveConfirmation: async () => {
        if (bars.isVisible) await link.ask({ type: "leave-confirmation" });
      },
    },
    scopes: {
      query: () => link.ask({ type: "scopes-query" }),
      request: (scopes: readonly string[]) => link.ask({ type: "scopes-request", scopes }),
    },
    resourcePicker: ({ type, multiple = false, selectionIds = [] }: ResourcePickerOptions) =>
      link.ask({
        type: "resource-picker",
        options: { resource: type, multiple, selected: selectionIds },
      }),
  };
}

function byId(tag: string) {
  const find = (id: string): Showable => {
    const element = document.querySelector<Showable>(`${tag}#${CSS.escape(id)}`);
    if (!element) throw new Error(`There is no ${tag} with the id ${id}`);
    return element;
  };
  return {
    show: async (id: string) => find(id).show(),
    hide: async (id: string) => find(id).hide(),
    toggle: async (id: string) => find(id).toggle(),
  };
}

function toastApi(link: ShellLink) {
  const shown = new Map<string, ToastOptions>();
  let next = 1;
  link.listen((message) => {
    if (message.type === "toast-action") shown.get(message.id)?.onAction?.();
    if (message.type === "toast-dismissed") shown.get(message.id)?.onDismiss?.();
  });
  return {
    show: (message: string, options: ToastOptions = {}): string => {
      const id = `toast-${next++}`;
      shown.set(id, options);
      link.send({
        type: "toast",
        toast: {
          id,
          message,
          durationMs: options.duration ?? 5_000,
          isError: options.isError === true,
          action: options.action,
        },
      });
      return id;
    },
    hide: (id: string) => link.send({ type: "toast-hide", id }),
  };
}
