import { document } from "../page/document.ts";
import { html, type Html } from "../page/html.ts";
import { formatInstant } from "../page/money.ts";
import type { ShopState } from "../state.ts";
import { adminDocument, type AdminStore } from "./admin-page.ts";
import { ADMIN_STYLES } from "./styles.ts";

export function indexPage(shops: readonly ShopState[], appHandle: string): string {
  return document({
    title: "Stand-in",
    styles: ADMIN_STYLES,
    body: html`<header class="top">
        <span class="brand">Stand-in</span>
        <span class="note">a local copy of the parts of Shopify this app uses</span>
      </header>
      <div class="frame" style="grid-template-columns:minmax(0,1fr)">
        <div class="main">
          <div class="page">
            <div class="head">
              <h1>Shops</h1>
              <span class="push"><a class="button" href="/panel">Panel</a></span>
            </div>
            ${shops.length === 0 && html`<div class="card empty">There is no shop yet.</div>`}
            <div class="tiles">
              ${shops.map(
                (shop) =>
                  html`<section class="card tile">
                    <div>
                      <h2>${shop.name}</h2>
                      <p class="soft">${shop.domain}</p>
                    </div>
                    ${shopFacts(shop)}
                    <div class="links">
                      <a class="button primary" href="/store/${shop.handle}/apps/${appHandle}"
                        >Open the app</a
                      >
                      <a class="button" href="/store/${shop.handle}">Admin</a>
                      <a class="button" href="/storefront/${shop.handle}">Storefront</a>
                    </div>
                  </section>`,
              )}
            </div>
          </div>
        </div>
      </div>`,
  });
}

function shopFacts(shop: ShopState): Html {
  return html`<dl class="facts">
    <dt>App</dt>
    <dd>
      ${shop.installed ? html`<span class="badge good">Installed</span>` : "Not installed yet"}
    </dd>
    <dt>Orders</dt>
    <dd>${shop.orders.length}</dd>
    <dt>Discounts</dt>
    <dd>${shop.discounts.size}</dd>
    <dt>Money and time</dt>
    <dd>${shop.currencyCode}, ${shop.ianaTimezone}</dd>
  </dl>`;
}

export function homePage(store: AdminStore, shop: ShopState, now: Date): string {
  return adminDocument({
    title: `Home · ${shop.name}`,
    store,
    current: "home",
    body: html`<div class="page">
      <h1>${shop.name}</h1>
      <div class="tiles">
        <section class="card tile">
          <h2>Store</h2>
          ${shopFacts(shop)}
        </section>
        <section class="card tile">
          <h2>The shop’s clock</h2>
          <p>${formatInstant(now, shop.ianaTimezone)}</p>
          <div class="links">
            <a class="button" href="/panel?shop=${shop.handle}#clock">Move it</a>
          </div>
        </section>
        <section class="card tile">
          <h2>Apps</h2>
          <div class="links">
            <a class="button primary" href="/store/${shop.handle}/apps/${store.app.handle}"
              >Open ${store.app.name}</a
            >
          </div>
        </section>
        <section class="card tile">
          <h2>Sell something</h2>
          <div class="links">
            <a class="button" href="/storefront/${shop.handle}">Open the storefront</a>
          </div>
        </section>
      </div>
    </div>`,
  });
}
