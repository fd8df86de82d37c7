/** What the app's page tells the admin around it. `path` is within the app, with query and hash. */
export type FromApp =
  | { readonly type: "hello"; readonly path: string; readonly title: string }
  | { readonly type: "location"; readonly path: string }
  | { readonly type: "id-token"; readonly request: number }
  | { readonly type: "user"; readonly request: number }
  | { readonly type: "toast"; readonly toast: Toast }
  | { readonly type: "toast-hide"; readonly id: string }
  | { readonly type: "loading"; readonly isLoading: boolean }
  | { readonly type: "nav"; readonly items: readonly NavItem[] }
  | { readonly type: "title-bar"; readonly bar: TitleBar | undefined }
  | { readonly type: "save-bar"; readonly bar: SaveBar | undefined }
  | { readonly type: "leave-confirmation"; readonly request: number }
  | { readonly type: "resource-picker"; readonly request: number; readonly options: PickerOptions }
  | { readonly type: "scopes-query"; readonly request: number }
  | {
      readonly type: "scopes-request";
      readonly request: number;
      readonly scopes: readonly string[];
    }
  | { readonly type: "open"; readonly url: string }
  | { readonly type: "reload"; readonly path: string };

/** What the admin answers, and what a person does in the parts of the page the admin draws. */
export type FromShell =
  | { readonly type: "answer"; readonly request: number; readonly value: unknown }
  | { readonly type: "navigate"; readonly href: string }
  | { readonly type: "title-bar-click"; readonly index: number }
  | { readonly type: "save-bar-click"; readonly index: number }
  | { readonly type: "toast-action"; readonly id: string }
  | { readonly type: "toast-dismissed"; readonly id: string };

export type Toast = {
  readonly id: string;
  readonly message: string;
  readonly durationMs: number;
  readonly isError: boolean;
  readonly action: string | undefined;
};

export type NavItem = { readonly label: string; readonly href: string; readonly isHome: boolean };

export type BarButton = {
  readonly label: string;
  readonly isPrimary: boolean;
  readonly isBreadcrumb: boolean;
  readonly isDisabled: boolean;
  readonly isLoading: boolean;
};

export type TitleBar = { readonly title: string; readonly buttons: readonly BarButton[] };

export type SaveBar = {
  readonly id: string;
  readonly asksBeforeDiscard: boolean;
  readonly buttons: readonly BarButton[];
};

export type PickerOptions = {
  readonly resource: "product" | "variant" | "collection";
  /** Whether several may be picked, or how many at most. */
  readonly multiple: boolean | number;
  /** What is ticked when it opens; of a product without variants, all of them. */
  readonly selected: readonly PickerSelection[];
};

export type PickerSelection = { readonly id: string; readonly variants?: readonly PickerVariant[] };
type PickerVariant = { readonly id: string };
