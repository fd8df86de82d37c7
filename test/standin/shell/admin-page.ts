import { attribute, html, type Html } from "../page/html.ts";
import { document } from "../page/document.ts";
import { ICONS } from "./icons.ts";
import { ADMIN_STYLES } from "./styles.ts";

/** What every admin page shows of the store it belongs to. */
export type AdminStore = {
  readonly handle: string;
  readonly name: string;
  readonly app: { readonly handle: string; readonly name: string };
  readonly staff: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly staffId: string;
  /** Address to come back to after choosing another staff member. */
  readonly path: string;
};

export type AdminSection = "home" | "orders" | "discounts" | "panel" | "app";

export type AdminPage = {
  readonly title: string;
  readonly store: AdminStore;
  readonly current: AdminSection;
  readonly body: Html;
  /** Dialogs and scripts that stand beside the layout. */
  readonly outside?: Html;
};

export function adminDocument({ title, store, current, body, outside }: AdminPage): string {
  return document({
    title,
    styles: ADMIN_STYLES,
    body: html` <header class="top">
        <button id="menu" type="button" aria-label="Menu" aria-controls="side">
          ${ICONS.menu}
        </button>
        <a class="brand" href="/">Stand-in</a>
        <span class="note">a local copy of the parts of Shopify this app uses</span>
        <span class="push">
          <form method="post" action="/store/${store.handle}/staff" class="staff">
            <input type="hidden" name="back" value="${store.path}" />
            <select name="staff" aria-label="Staff member" onchange="this.form.submit()">
              ${store.staff.map(
                (member) =>
                  html`<option
                    value="${member.id}"
                    ${attribute(member.id === store.staffId, "selected")}
                  >
                    ${member.name} (${member.role})
                  </option>`,
              )}
            </select>
            <noscript><button class="button">Switch</button></noscript>
          </form>
        </span>
        <div id="save-bar" hidden>
          <div><span>Unsaved changes</span><span id="save-bar-buttons"></span></div>
        </div>
      </header>
      <div class="frame">
        ${side(store, current)}
        <div class="main">${body}</div>
      </div>
      ${outside} ${menuScript(current)}`,
  });
}

function side(store: AdminStore, current: AdminSection): Html {
  const entry = (section: AdminSection, href: string, icon: Html, label: string): Html =>
    html` <li>
      <a href="${href}" ${attribute(section === current, 'aria-current="page"')}>
        ${icon}${label}</a
      >
    </li>`;
  const base = `/store/${store.handle}`;
  return html` <nav class="side" id="side" aria-label="Admin">
    <h2>${store.name}</h2>
    <ul>
      ${entry("home", base, ICONS.home, "Home")}
      ${entry("orders", `${base}/orders`, ICONS.orders, "Orders")}
      ${entry("discounts", `${base}/discounts`, ICONS.discounts, "Discounts")}
    </ul>
    <h2>Apps</h2>
    <ul>
      <li>
        <a
          id="app-home"
          href="${base}/apps/${store.app.handle}"
          ${attribute(current === "app", "data-current")}
        >
          <span class="icon" aria-hidden="true">${store.app.name.charAt(0)}</span
          >${store.app.name}</a
        >
      </li>
    </ul>
    <ul class="sub" id="app-nav"></ul>
    <h2>Around it</h2>
    <ul>
      ${entry("panel", `/panel?shop=${store.handle}`, ICONS.panel, "Panel")}
      <li>
        <a href="/storefront/${store.handle}">${ICONS.storefront}Storefront</a>
      </li>
    </ul>
  </nav>`;
}

// The app's page brings its own script, which also opens the menu.
function menuScript(current: AdminSection): Html | false {
  return (
    current !== "app" &&
    html`<script>
      document.getElementById("menu").onclick = () => document.body.classList.toggle("nav-open");
    </script>`
  );
}
