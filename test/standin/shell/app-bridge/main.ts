import { wrapFetch } from "./fetch.ts";
import { ShellLink } from "./link.ts";
import { defineModal } from "./modal.ts";
import { defineNavMenu } from "./nav-menu.ts";
import { currentPath, followNavigation } from "./navigation.ts";
import { defineSaveBar, SaveBars, watchForms } from "./save-bar.ts";
import { shopifyGlobal } from "./shopify-global.ts";
import { defineTitleBar } from "./title-bar.ts";

// Stands in for https://cdn.shopify.com/shopifycloud/app-bridge.js: a blocking script, first in the app's head.
const script = document.currentScript as HTMLScriptElement;
const shellOrigin = new URL(script.src).origin;
const parameters = new URLSearchParams(location.search);
const apiKey =
  document.querySelector<HTMLMetaElement>("meta[name=shopify-api-key]")?.content ??
  script.dataset["apiKey"] ??
  "";

const link = new ShellLink(shellOrigin);
const bars = new SaveBars(link);
const shopify = shopifyGlobal({ link, bars, apiKey, parameters });
Object.assign(window, { shopify });

const reloadUrl = parameters.get("shopify-reload");
if (!link.isFramed) {
  goInsideAdmin();
} else if (reloadUrl !== null) {
  void reloadWithToken(reloadUrl);
} else {
  wrapFetch(shopify.idToken, (url) => link.send({ type: "open", url }));
  followNavigation(link);
  defineNavMenu(link);
  defineTitleBar(link);
  defineSaveBar(bars);
  defineModal();
  watchForms(bars);
  window.addEventListener("DOMContentLoaded", () => {
    link.send({ type: "hello", path: currentPath(), title: document.title });
  });
}

/** The bounce page of the auth library: come back to where you were, with a session token in the address. */
async function reloadWithToken(address: string): Promise<void> {
  const url = new URL(address, location.href);
  url.searchParams.set("id_token", await shopify.idToken());
  location.replace(url);
}

/** An app opened in a window of its own belongs inside the admin its `host` names. */
function goInsideAdmin(): void {
  const host = parameters.get("host");
  if (host === null) return;
  const store = atob(host).split("/store/")[1];
  if (store === undefined) return;
  location.replace(`${shellOrigin}/store/${store}/apps/${apiKey}${currentPath()}`);
}
