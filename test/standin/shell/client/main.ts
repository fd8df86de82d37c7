import { drawNav } from "./nav.ts";
import { drawSaveBar, confirmLeaving } from "./save-bar.ts";
import { drawTitleBar } from "./title-bar.ts";
import { hideToast, showToast } from "./toast.ts";
import { pickResource } from "./picker.ts";
import { readScopes, requestScopes } from "./scopes.ts";
import type { FromApp, FromShell, SaveBar } from "../messages.ts";

/** What the server puts into the page for this script. */
type Settings = {
  readonly store: string;
  readonly app: string;
  readonly appOrigin: string;
};

const frame = document.querySelector<HTMLIFrameElement>("iframe#app")!;
const settings = JSON.parse(document.querySelector("#settings")!.textContent) as Settings;
const base = `/store/${settings.store}/apps/${settings.app}`;
let saveBar: SaveBar | undefined;

function send(message: FromShell): void {
  frame.contentWindow?.postMessage(message, settings.appOrigin);
}

function answer(request: number, value: unknown): void {
  send({ type: "answer", request, value });
}

window.addEventListener("message", (event: MessageEvent<FromApp>) => {
  if (event.origin !== settings.appOrigin || event.source !== frame.contentWindow) return;
  void receive(event.data);
});

async function receive(message: FromApp): Promise<void> {
  switch (message.type) {
    case "hello":
      showLocation(message.path);
      showSaveBar(undefined);
      document.title = `${message.title} · ${settings.store}`;
      return setLoading(false);
    case "location":
      return showLocation(message.path);
    case "id-token":
      return answer(message.request, (await session()).idToken);
    case "user":
      return answer(message.request, (await session()).user);
    case "toast":
      return showToast(message.toast, send);
    case "toast-hide":
      return hideToast(message.id);
    case "loading":
      return setLoading(message.isLoading);
    case "nav":
      return drawNav(message.items, location.pathname.slice(base.length) || "/", navigate);
    case "title-bar":
      return drawTitleBar(message.bar, (index) => send({ type: "title-bar-click", index }));
    case "save-bar":
      return showSaveBar(message.bar);
    case "leave-confirmation":
      if (await confirmLeaving()) answer(message.request, undefined);
      return;
    case "resource-picker":
      return answer(message.request, await pickResource(settings.store, message.options));
    case "scopes-query":
      return answer(message.request, await readScopes(`${base}.scopes.json`));
    case "scopes-request":
      return answer(message.request, await requestScopes(`${base}.scopes.json`, message.scopes));
    case "open":
      return openAddress(message.url);
    case "reload":
      return reloadFrame(message.path);
  }
}

/** A fresh token each time, for the staff member chosen in the admin. */
async function session(): Promise<{ idToken: string; user: unknown }> {
  const response = await fetch(`${base}.session.json`, { method: "POST" });
  return (await response.json()) as { idToken: string; user: unknown };
}

async function navigate(href: string): Promise<void> {
  if (saveBar && !(await confirmLeaving())) return;
  showSaveBar(undefined);
  send({ type: "navigate", href });
}

/** A full load of the frame, with the parameters Shopify signs. */
async function reloadFrame(path: string): Promise<void> {
  setLoading(true);
  const response = await fetch(`${base}.frame.json?path=${encodeURIComponent(path)}`, {
    method: "POST",
  });
  const { src } = (await response.json()) as { src: string };
  frame.contentWindow?.location.replace(src);
}

function showLocation(path: string): void {
  const address = base + path;
  if (location.pathname + location.search + location.hash !== address) {
    history.replaceState(null, "", address);
  }
  drawNav(undefined, path, navigate);
}

function showSaveBar(bar: SaveBar | undefined): void {
  saveBar = bar;
  drawSaveBar(bar, (index) => send({ type: "save-bar-click", index }));
}

function setLoading(isLoading: boolean): void {
  document.querySelector("#loading")!.toggleAttribute("hidden", !isLoading);
}

/** `shopify://admin/…` is a page of this store's admin; anything else takes the whole window. */
function openAddress(url: string): void {
  const admin = /^shopify:\/\/admin\/?(.*)$/.exec(url);
  if (!admin) {
    location.assign(url);
    return;
  }
  const path = admin[1] ?? "";
  location.assign(`/store/${settings.store}/${path}`);
}

frame.addEventListener("load", () => setLoading(false));
document.querySelector("#menu")?.addEventListener("click", () => {
  document.body.classList.toggle("nav-open");
});
window.addEventListener("beforeunload", (event) => {
  if (saveBar) event.preventDefault();
});
