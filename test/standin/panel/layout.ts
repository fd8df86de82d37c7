import { document } from "../page/document.ts";
import { attribute, html, type Html } from "../page/html.ts";
import { ADMIN_STYLES } from "../shell/styles.ts";
import type { ShopState, World } from "../state.ts";

const SECTIONS = [
  ["clock", "Clock"],
  ["faults", "Faults"],
  ["webhooks", "Webhooks"],
  ["runs", "Function runs"],
  ["calls", "API calls"],
] as const;

export type Section = (typeof SECTIONS)[number][0];

/** The shop the lists are narrowed to; undefined for all. */
export function shopOf(world: World, query: URLSearchParams): ShopState | undefined {
  return [...world.shops.values()].find(({ handle }) => handle === query.get("shop"));
}

export function panelDocument(
  world: World,
  shop: ShopState | undefined,
  current: Section,
  body: Html,
): string {
  const query = shop ? `?shop=${shop.handle}` : "";
  return document({
    title: "Panel",
    styles: `${ADMIN_STYLES}
      .tabs { display: flex; gap: 4px; overflow-x: auto; } .tabs a { padding: 6px 12px; border-radius: 8px; color: var(--ink); text-decoration: none; font-weight: 550; white-space: nowrap; }
      .tabs a:hover { background: #e3e3e3; } .tabs a[aria-current] { background: #d4d4d4; }`,
    body: html`<header class="top">
        <a class="brand" href="/">Stand-in</a
        ><span class="note">what goes on behind the scenes</span>
        <span class="push"
          ><form method="get">
            <select name="shop" aria-label="Shop" onchange="this.form.submit()">
              <option value="">All shops</option>
              ${[...world.shops.values()].map(
                ({ handle, name }) =>
                  html`<option value="${handle}" ${attribute(handle === shop?.handle, "selected")}>
                    ${name}
                  </option>`,
              )}
            </select>
          </form></span
        >
      </header>
      <div class="frame" style="grid-template-columns:minmax(0,1fr)">
        <div class="main">
          <div class="page">
            <nav class="tabs" aria-label="Panel">
              ${SECTIONS.map(
                ([section, label]) =>
                  html`<a
                    href="/panel/${section}${query}"
                    ${attribute(section === current, 'aria-current="page"')}
                    >${label}</a
                  >`,
              )}
            </nav>
            ${body}
          </div>
        </div>
      </div>`,
  });
}

/** A short time of day with seconds, in UTC: logs are read side by side with the app's. */
export function timeOf(at: Date): string {
  return at.toISOString().slice(11, 23);
}

export function jsonBlock(label: string, value: unknown): Html | false {
  return (
    value !== undefined &&
    html`<details>
      <summary>${label}</summary>
      <pre>${typeof value === "string" ? value : JSON.stringify(value, null, 2)}</pre>
    </details>`
  );
}
