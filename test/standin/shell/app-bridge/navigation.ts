import type { ShellLink } from "./link.ts";

/** Keeps the admin's address in step with the page, and lets the admin's menu move the page. */
export function followNavigation(link: ShellLink): void {
  const report = (): void => link.send({ type: "location", path: currentPath() });
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name].bind(history);
    history[name] = (...args) => {
      original(...args);
      report();
    };
  }
  window.addEventListener("popstate", report);
  window.addEventListener("hashchange", report);
  interceptLeaving(link);

  let appNavigates = false;
  const addEventListener = window.addEventListener.bind(window);
  window.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
    if (type === "shopify:navigate") appNavigates = true;
    addEventListener(type, ...rest);
  };
  link.listen((message) => {
    if (message.type !== "navigate") return;
    if (appNavigates) dispatchNavigate(message.href);
    else link.send({ type: "reload", path: message.href });
  });
}

/** Shopify fires the event on the anchor itself; apps read its `href`. */
function dispatchNavigate(href: string): void {
  const anchors = [...document.querySelectorAll("ui-nav-menu a, ui-title-bar a")];
  const known = anchors.find((anchor) => anchor.getAttribute("href") === href);
  const anchor = known ?? temporaryAnchor(href);
  anchor.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
  if (!known) anchor.remove();
}

function temporaryAnchor(href: string): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.hidden = true;
  anchor.setAttribute("href", href);
  document.body.append(anchor);
  return anchor;
}

/** `shopify://admin/…` addresses and new top windows belong to the admin, not to the frame. */
function interceptLeaving(link: ShellLink): void {
  document.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const href = anchor?.getAttribute("href") ?? "";
    if (!href.startsWith("shopify://")) return;
    event.preventDefault();
    link.send({ type: "open", url: href });
  });
  const original = window.open.bind(window);
  window.open = (url, target, features) => {
    const address = String(url ?? "");
    const leaves = address.startsWith("shopify://") || target === "_top" || target === "_parent";
    if (!leaves || !link.isFramed) return original(url, target, features);
    link.send({ type: "open", url: absolute(address) });
    return null;
  };
}

function absolute(address: string): string {
  return address.startsWith("shopify://") ? address : new URL(address, location.href).toString();
}

// Parameters the admin signed for the first request are the admin's business, not part of the app's address.
const SIGNED = ["embedded", "hmac", "host", "id_token", "locale", "session", "shop", "timestamp"];

export function currentPath(): string {
  const query = new URLSearchParams(location.search);
  for (const name of SIGNED) query.delete(name);
  const rest = query.toString();
  return location.pathname + (rest === "" ? "" : `?${rest}`) + location.hash;
}
