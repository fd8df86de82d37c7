import "./dom.ts";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import type { ReactElement } from "react";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { RouteObject } from "react-router-dom";
import { onTestFinished } from "vitest";
import type { Frame } from "#app/components/frame/shop-context.tsx";
import { FrameProvider } from "#app/components/frame/shop-context.tsx";
import { installAppBridge } from "./app-bridge.ts";
import { sampleFrame } from "./sample.ts";

export type Options = {
  /** Where the page is shown, with its query. */
  at?: string;
  frame?: Partial<Frame>;
  /** Routes that answer what the page posts or fetches. */
  others?: RouteObject[];
  /** What answers when the page posts to itself. */
  action?: (form: Record<string, FormDataEntryValue>) => unknown;
  /** What the page waits for whenever its address changes, but not at first. */
  loader?: () => Promise<null>;
};

const FUTURE = {
  v7_relativeSplatPath: true,
  v7_fetcherPersist: true,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_skipActionErrorRevalidation: true,
};

/** Shows a page as the app does: router, Polaris, shop and person around it. */
export async function mount(page: ReactElement, options: Options = {}) {
  const asked = installAppBridge();
  document.body.replaceChildren();
  const container = document.body.appendChild(document.createElement("div"));
  const at = options.at ?? "/app";
  const element = (
    <AppProvider apiKey="key" isEmbeddedApp={false}>
      <FrameProvider frame={{ ...sampleFrame, ...options.frame }}>{page}</FrameProvider>
    </AppProvider>
  );
  const path = new URL(at, "http://app").pathname;
  const { action, loader } = options;
  const own: RouteObject = {
    ...(action
      ? { action: async ({ request }) => action(Object.fromEntries(await request.formData())) }
      : {}),
    ...(loader ? { loader } : {}),
  };
  const router = createMemoryRouter(
    [
      ...(options.others ?? []),
      { id: "page", path, element, ...own },
      { path: "*", element: <p>Elsewhere</p> },
    ],
    { initialEntries: [at], future: FUTURE, hydrationData: { loaderData: { page: null } } },
  );
  const root = createRoot(container);
  const unmount = async () => act(async () => root.unmount());
  // What a page still has to do must not reach into the next test.
  onTestFinished(unmount);
  await act(async () =>
    root.render(<RouterProvider router={router} future={{ v7_startTransition: true }} />),
  );
  return {
    asked,
    router,
    text: () => textOf(document.body),
    find: <T extends HTMLElement>(selector: string) => {
      const found = document.querySelector<T>(selector);
      if (!found) throw new Error(`Nothing on the page matches ${selector}`);
      return found;
    },
    button: (name: string) => named("button, a[role=button], a", name),
    /** Clicks, and waits for what follows from it. */
    click: async (element: HTMLElement) => act(async () => element.click()),
    type: async (field: HTMLInputElement | HTMLTextAreaElement, value: string) =>
      act(async () => {
        const prototype = Object.getPrototypeOf(field) as object;
        Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    choose: async (select: HTMLSelectElement | undefined, value: string) =>
      act(async () => {
        if (!select) throw new Error("There is no such choice on the page");
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    press: async (key: string) =>
      act(async () => {
        document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      }),
    settle: async (ms: number) => act(async () => new Promise((done) => setTimeout(done, ms))),
    unmount,
  };
}

/** The words on the page with single spaces, as a person reads them. */
function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function named(selector: string, name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find((e) => textOf(e) === name || e.getAttribute("aria-label") === name);
  if (!found) throw new Error(`No button “${name}”; there are: ${all.map(textOf).join(" | ")}`);
  return found;
}
